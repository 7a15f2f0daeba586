// The data could not be had; the message, in Spanish, tells the reader why and what to do.
export class DatasetError extends Error {
  override name = "Error en los datos"; // a page shows it before the message
}
