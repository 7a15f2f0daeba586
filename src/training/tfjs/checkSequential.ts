// The notebook's networks are chains of layers; anything else is refused before it is begun.

/** Throws a TypeError, in Spanish, unless the tf.layers JSON is of a tf.Sequential. */
export function checkSequential(topology: string): void {
  const { class_name: className } = JSON.parse(topology) as { class_name?: string };
  if (className === "Sequential") return;
  throw new TypeError(
    `Aquí se entrenan redes secuenciales, una capa detrás de otra (tf.sequential); esta es de la clase «${className ?? "?"}».`,
  );
}
