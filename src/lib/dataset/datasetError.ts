// The data could not be had; the message, in Spanish, tells the reader why and what to do.
import { ReaderError } from "../errors/readerError.js";

export class DatasetError extends ReaderError {
  override name = "Error en los datos"; // a page shows it before the message
}
