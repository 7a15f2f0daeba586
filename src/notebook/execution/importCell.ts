// A cell that the reader has changed becomes code as a module with an address of its own, `blob:`. The pages' security
// policy can allow that and go on refusing `eval`, with which a text from anywhere would become code.
import type { CellFunction } from "../compiler/cellModule.js";
import { NotebookError } from "../errors/notebookError.js";

/**
 * @param module its text, whose default export is the function
 * @param url what it is called in the stack of errors, where the browser does not heed `sourceURL`
 * Rejects with a SyntaxError, or with a NotebookError where the host's policy allows no such modules.
 */
export async function importCell(module: string, url: string): Promise<CellFunction> {
  const address = URL.createObjectURL(new Blob([module], { type: "text/javascript" }));
  try {
    return ((await import(`${address}#${url}`)) as { default: CellFunction }).default;
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    throw new NotebookError(
      "Este sitio no deja cambiar las celdas: la política de seguridad con que se publica (su «Content-Security-Policy») no permite ejecutar código que no venga ya con la página. El resto funciona. Para cambiar celdas, abre el cuaderno en otra dirección, o pide a quien lo publica que permita «blob:» en «script-src».",
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Rejects with a NotebookError where no changed cell can run. */
export async function checkCellsMayChange(): Promise<void> {
  await importCell("export default undefined;", "celda.js");
}
