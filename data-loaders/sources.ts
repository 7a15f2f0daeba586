// Where the data set may come from, in the order in which the places are asked.
import { downloadedPackageSource, installedPackageSource } from "./debianPackage.js";
import { folderSource } from "./folderSource.js";
import { httpSource } from "./httpSource.js";
import type { Source } from "./source.js";

export const CACHE_FOLDER = ".cache/fashion-mnist";
const ADDRESSES = [
  "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com",
  "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion",
];

export function defaultSources(): Source[] {
  const { FASHION_MNIST_DIR: folder } = process.env;
  return [
    ...(folder ? [folderSource(`FASHION_MNIST_DIR=${folder}`, folder, { expected: true })] : []),
    folderSource(`the project's cache ${CACHE_FOLDER}`, CACHE_FOLDER),
    installedPackageSource(),
    ...ADDRESSES.map((address) => httpSource(address)),
    downloadedPackageSource(),
  ];
}
