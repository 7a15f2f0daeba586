import { writePacked } from "../../data-loaders/writePacked.js";

await writePacked("doubtful");
