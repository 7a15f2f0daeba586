import { writePacked } from "../../data-loaders/writePacked.js";

await writePacked("train-labels");
