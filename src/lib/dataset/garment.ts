// One image that is put before the network, wherever it comes from.
export interface Garment {
  /** [784], 0–255, as the data set's: the garment is light and its background black. */
  pixels: Uint8Array;
  /** In the test set, from 0. */
  index?: number;
  /** Its class; left out: nobody has said. */
  label?: number;
  origin: "test" | "drawn" | "file" | "camera";
}
