// A further thread of the engine in a browser: joins a program and helps until it is terminated.
import type { CompiledProgram } from "../../engine/program/program.js";

self.onmessage = ({ data }: MessageEvent<CompiledProgram & { thread: number }>) => {
  const { module, memory, thread } = data;
  const instance = new WebAssembly.Instance(module, { env: { memory } });
  self.postMessage("ready");
  (instance.exports.help as (thread: number) => void)(thread);
};
