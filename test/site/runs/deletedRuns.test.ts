// Runs that are deleted: while they are trained, and long ago.
import { describe, expect } from "vitest";
import { openTab, test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { leaveSite, names, rows, train } from "../support/experimentsPage.js";
import { storeContents } from "../support/storeContents.js";
import { beginTraining, trainingStatus } from "../support/trainingPage.js";

describe("nothing kept is lost or mixed up", () => {
  test("by a run deleted in another tab while it is trained: its own tab says so", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar");
    await beginTraining(page, { epochs: 500, trainImages: 1000 });
    await trainingStatus(page, /Época ([2-9]|\d\d+) de 500/).waitFor();
    await button(page, "Pausa").click();
    await trainingStatus(page, "En pausa.").waitFor();
    const other = await openTab(page, "/experimentos");
    const [name] = await names(other);
    await button(other, "Borrar").click();
    const note = page.getByRole("status").getByText(`Has borrado este entrenamiento, «${name}»`);
    await note.waitFor();
    await button(page, "Continuar").click(); // and it is still told
    await trainingStatus(page, /Época \d+ de 500/).waitFor();
    await button(page, "Detener").click();
    await trainingStatus(page, "detenido").waitFor();
    expect(await note.count()).toBe(1);
    expect(await rows(other).count()).toBe(1);
    await button(page, "Recuperarlo").press("Enter");
    await page.getByText(`«${name}» vuelve a estar entre tus entrenamientos`).waitFor();
    await expect.poll(() => rows(other).count()).toBe(2);
    const [run] = (await page.evaluate(storeContents)).runs;
    expect(run!.epochsWithWeights).toEqual(run!.savedEpochs);

    await button(other, name!).click();
    await button(other, "Borrar").click(); // the unfinished run that the page offers
    await note.waitFor();
    await button(other, "Deshacer").click();
    await note.waitFor({ state: "detached" });
    expect(problems).toEqual([]);
  });

  test("by a run that was deleted long ago: its undoing is not offered once it is purged", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar");
    await train(page, { epochs: 1 });
    await visit(page, "/experimentos");
    await button(page, "Borrar").click();
    await page.getByText("Has borrado").waitFor();
    await leaveSite(page);
    await page.evaluate(async () => {
      const [found] = await indexedDB.databases();
      const result = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve) => {
          request.onsuccess = () => {
            resolve(request.result);
          };
        });
      const database = await result(indexedDB.open(found!.name!));
      const runs = database.transaction("runs", "readwrite").objectStore("runs");
      const [run] = (await result(runs.getAll())) as { deletedAt: number; updatedAt: number }[];
      const [deletedAt, updatedAt] = [run!.deletedAt, run!.updatedAt].map((at) => at - 3_600_000);
      await result(runs.put({ ...run, deletedAt, updatedAt }));
      database.close();
    });
    await visit(page, "/experimentos");
    expect(await page.getByText("Has borrado").count()).toBe(0);
    expect((await page.evaluate(storeContents)).runs).toEqual([]);
    expect(problems).toEqual([]);
  });
});
