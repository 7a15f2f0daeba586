// Why a page has the threads that it has, and how to have more.

/** @param available how many the engine may use here */
export function threadsHint(available: number): string {
  if (available > 1) return "Con más hilos los pesos salen iguales, bit a bit.";
  if (globalThis.crossOriginIsolated) {
    return "El procesador de este ordenador solo ofrece un núcleo, así que hay un solo hilo.";
  }
  return (
    "Hay un solo hilo porque el navegador no ha aislado esta página de otros sitios, lo que pasa en " +
    "ventanas privadas. Para tener más, recárgala o ábrela en una ventana normal."
  );
}
