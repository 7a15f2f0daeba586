// A plain script for the head of every page: where the browser gives the page no origin of its own, in a
// sandboxed frame or opened from the disk, modules do not load, and only such a script can say why.

const messages = {
  file:
    "Esta página se ha abierto desde el disco, y así el navegador no ejecuta sus celdas. Se puede leer; " +
    "para ejecutarla, ábrela en el sitio donde está publicada, o con «npm run preview».",
  frame:
    "Esta página está dentro de un marco aislado de otra web (un «iframe» con «sandbox»), y ahí el " +
    "navegador no le deja guardar nada, trabajar en segundo plano ni, muchas veces, ejecutar sus celdas. " +
    "El texto se puede leer; para lo demás, ábrela en una pestaña suya: ",
};

/** Runs in the page, and so uses nothing from outside itself. */
function tell({ file, frame }: typeof messages): void {
  if (origin !== "null") return;
  addEventListener("DOMContentLoaded", () => {
    const note = document.createElement("p");
    note.className = "callout error";
    note.textContent = location.protocol === "file:" ? file : frame;
    if (location.protocol !== "file:") {
      const link = document.createElement("a");
      link.href = link.textContent = location.href;
      link.target = "_blank";
      note.append(link);
    }
    document.querySelector("main")!.prepend(note);
  });
}

export const originNotice = `<script>(${tell.toString()})(${JSON.stringify(messages)})</script>`;
