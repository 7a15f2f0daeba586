// What the reader is told of a worker that cannot be had, has gone, or does not answer: the one place of
// these messages, for training, evaluating, comparing and measuring. watchedWorker.ts notices.

/** What the worker was doing, as the subject of a sentence. */
export type WorkerTask = "El entrenamiento" | "La evaluación" | "El cálculo";

export type Loss =
  /** The page may have no workers at all. */
  | { kind: "forbidden" }
  /** Its script has not arrived, or does not run. */
  | { kind: "notStarted" }
  /** It has closed, however. */
  | { kind: "ended" }
  /** It did not answer, and was given up. */
  | { kind: "silent" }
  /** An error that nothing in it caught, in the browser's words. */
  | { kind: "failed"; reason: string };

/** What has happened and the way on, in Spanish. */
export function lostWorkerMessage(task: WorkerTask, loss: Loss): string {
  if (loss.kind === "forbidden") return FORBIDDEN;
  return `${task} ${whatHappened(loss)} ${wayOn(task)}`;
}

/** What is said of a worker that may yet answer: a huge network computes for long without looking up. */
export function silentWorkerMessage(task: WorkerTask, seconds: number): string {
  return (
    `${task} lleva más de ${seconds} segundos sin contestar. Con una red muy grande puede ser normal; ` +
    `si no quieres esperar más, detenlo: lo que se guardó antes no se pierde.`
  );
}

/** A thread of the engine, a worker of its own, is gone; the worker that computes lives. */
export const lostThreadMessage = "Un hilo del motor ha dejado de responder.";

/** The same, where training goes on. */
export const goingOnAloneMessage = `${lostThreadMessage} El entrenamiento sigue desde lo último que se guardó, con un solo hilo.`;

const FORBIDDEN =
  "Aquí no se puede entrenar ni evaluar: el navegador no deja que esta página trabaje en segundo plano " +
  "(con un «Worker»). Les pasa a las páginas metidas en un marco aislado de otra web, y a navegadores muy " +
  "antiguos. Todo lo demás se puede leer y ejecutar; para entrenar, abre el cuaderno en una pestaña suya.";

function whatHappened(loss: Exclude<Loss, { kind: "forbidden" }>): string {
  switch (loss.kind) {
    case "notStarted":
      return "no ha podido arrancar: un archivo del sitio no llega. Puede ser la conexión, o que el sitio se haya actualizado con esta página abierta; entonces, recárgala.";
    case "ended":
      return "se ha cortado: el navegador ha cerrado el proceso que calculaba, quizá por falta de memoria.";
    case "silent":
      return "no contestaba, y se ha cerrado.";
    case "failed":
      return `se ha interrumpido por un fallo: ${loss.reason}.`;
  }
}

function wayOn(task: WorkerTask): string {
  return task === "El entrenamiento"
    ? "Lo que se guardó antes no se pierde: puedes seguir desde ahí."
    : "Puedes intentarlo otra vez.";
}
