// The four files of Fashion-MNIST, known by the SHA-256 of their uncompressed content, since
// different distributors compress them differently.
export interface IdxFile {
  /** Without `.gz`. */
  name: string;
  /** [N,H,W] or [N]. */
  shape: readonly number[];
  sha256: string;
}

export const idxFiles = {
  trainImages: {
    name: "train-images-idx3-ubyte",
    shape: [60000, 28, 28],
    sha256: "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
  },
  trainLabels: {
    name: "train-labels-idx1-ubyte",
    shape: [60000],
    sha256: "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
  },
  testImages: {
    name: "t10k-images-idx3-ubyte",
    shape: [10000, 28, 28],
    sha256: "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
  },
  testLabels: {
    name: "t10k-labels-idx1-ubyte",
    shape: [10000],
    sha256: "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
  },
} as const satisfies Record<string, IdxFile>;
