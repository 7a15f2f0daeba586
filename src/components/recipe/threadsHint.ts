// Why a page has the threads that it has, and how to have more.

/**
 * A sentence or two for the reader.
 * @param available how many the engine may use here
 */
export function threadsHint(available: number): string {
  if (available > 1) return "Con más hilos los pesos salen iguales, bit a bit.";
  return `Hay un solo hilo porque ${whyOne()}`;
}

function whyOne(): string {
  if (!globalThis.isSecureContext) {
    return "esta página no llega por https: sin él, el navegador no deja usar más hilos, ni la tarjeta gráfica con WebGPU, ni leer el cuaderno sin conexión. Todo lo demás funciona igual.";
  }
  if (!globalThis.crossOriginIsolated && globalThis.top !== globalThis.self) {
    return "esta página está en un marco de otra web, y ahí el navegador no la aísla de otros sitios. Para tener más, ábrela en una pestaña suya.";
  }
  if (!globalThis.crossOriginIsolated) {
    return "el navegador no ha aislado esta página de otros sitios, lo que pasa en ventanas privadas. Para tener más, recárgala o ábrela en una ventana normal.";
  }
  if (typeof SharedArrayBuffer === "undefined") {
    return "este navegador no deja que los hilos compartan memoria (SharedArrayBuffer). Otro, o uno más reciente, puede dejar.";
  }
  return "el procesador de este ordenador solo ofrece un núcleo.";
}
