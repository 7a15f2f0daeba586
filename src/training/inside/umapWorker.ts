// The worker that makes UMAP's picture of what a layer gives; ended by whoever does not want it any more.
import type { UmapRequest } from "./garmentPlaces.js";
import { InsidePrograms } from "./insidePrograms.js";
import { rowsOf } from "./projectedImages.js";
import { umapPositions } from "./umapPositions.js";
import { serveJob } from "../worker/serveJob.js";
import { formatTimeLeft } from "../../lib/text/format.js";

/** Of the whole, before the rounds begin: the search for neighbours, which says nothing on its way. */
const SEARCH_SHARE = 0.35;

serveJob<UmapRequest, Float32Array>(async ({ network, images, layerName, seed }, report) => {
  report({ ratio: 0, text: "Pasando las imágenes por la red…" });
  const given = await new InsidePrograms().activations(network, images, layerName);
  const { values, columns } = rowsOf(given);
  let roundsBegan = 0;
  return umapPositions(values, {
    columns,
    seed,
    onRound(done, total) {
      if (done === 0) report({ ratio: 0.02, text: "Buscando las vecinas de cada imagen…" });
      if (done === 1) roundsBegan = performance.now();
      if (done <= 1 || done % 4 !== 0) return;
      const perRound = (performance.now() - roundsBegan) / (done - 1) / 1000;
      report({
        ratio: SEARCH_SHARE + ((1 - SEARCH_SHARE) * done) / total,
        text: `Vuelta ${done} de ${total} · ${formatTimeLeft(perRound * (total - done))}`,
      });
    },
  });
});
