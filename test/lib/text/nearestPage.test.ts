import { expect, test } from "vitest";
import { nearestPage } from "../../../src/lib/text/nearestPage.js";

const pages = [
  { file: "entrenar.html", name: "Entrenar la red" },
  { file: "en-que-se-fija.html", name: "¿En qué se fija?" },
  { file: "el-gradiente.html", name: "Un gradiente a mano" },
  { file: "glosario.html", name: "Glosario" },
];

test.for([
  ["/entrena", "entrenar.html"],
  ["/cuaderno/red/Entrenar.htm", "entrenar.html"],
  ["/red/entrenar-la-red/", "entrenar.html"],
  ["/en_que_se_fija", "en-que-se-fija.html"],
  ["/En%20qu%C3%A9%20se%20fija%3F", "en-que-se-fija.html"],
  ["/gradiente-a-mano", "el-gradiente.html"],
  ["/a/b/c/glosarios.html", "glosario.html"],
])("%s means %s", ([path, file]) => {
  expect(nearestPage(path!, pages)?.file).toBe(file);
});

test.for(["/", "/red/", "/contacto", "/wp-login.php", "/%", "/xyz"])("%s means none", (path) => {
  expect(nearestPage(path, pages)).toBeUndefined();
});
