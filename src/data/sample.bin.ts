import { writePacked } from "../../data-loaders/writePacked.js";

await writePacked("sample");
