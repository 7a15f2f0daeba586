/** The session storage's key for the version that the reader has put off in this tab. */
export const LATER = "red-convolucional: versión para luego";
