// The bench's names for who computes, as a Spanish reader knows them.

const programs: Record<string, string> = { engine: "Motor propio", tfjs: "TensorFlow.js" };

/** `tfjs wasm, Chromium` → «TensorFlow.js (wasm) en Chromium»; PyTorch's version and library stay. */
export function contestantName(contestant: string): string {
  const [who = "", place] = contestant.split(", ");
  const [program = "", backend] = who.split(" ");
  if (program === "PyTorch") return contestant.replace("reference BLAS", "BLAS de referencia");
  const name = programs[program] ?? program;
  return [name, backend && `(${backend})`, place && `en ${place}`].filter(Boolean).join(" ");
}

/** 2 → «2 hilos». */
export function threadCount(threads: number): string {
  return `${threads} ${threads === 1 ? "hilo" : "hilos"}`;
}
