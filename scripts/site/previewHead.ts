// For the head of the pages while `npm start` serves them: what finishHtml.ts writes into the built ones, from which
// this script goes.
export const previewHead = `<script>document.documentElement.lang = "es";
document.querySelector("meta[name=viewport]").content = "width=device-width, initial-scale=1";</script>
`;
