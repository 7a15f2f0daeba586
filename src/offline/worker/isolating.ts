// Whatever answers a request, a cache or the host: the page gets it with the headers that isolate it.
import type { WorkboxPlugin } from "workbox-core/types.js";
import { isolated } from "../isolated.js";

export const isolating: WorkboxPlugin = {
  handlerWillRespond: ({ response }) => Promise.resolve(isolated(response)),
};
