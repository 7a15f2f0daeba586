// The floors of src/ and the rooms of each, lowest first. A file uses its own room and those that stand
// before it here, never a later one; so no two rooms know each other. docs/architecture.md draws this.
export const floors = [
  { name: "offline", rooms: [] },
  { name: "arrival", rooms: [] },
  {
    name: "lib",
    rooms: [
      "errors",
      "numbers",
      "text",
      "schema",
      "dataset",
      "network",
      "run",
      "reports",
      "sweep",
      "files",
      "browser",
      "offline",
      "store",
    ],
  },
  {
    name: "engine",
    rooms: ["assembler", "plan", "threads", "places", "kernels", "program", "reference"],
  },
  {
    name: "training",
    rooms: ["batches", "loop", "engine", "tfjs", "worker", "first", "inside", "start", "measure"],
  },
  {
    name: "notebook",
    rooms: [
      "vocabulary",
      "compiler",
      "console",
      "errors",
      "runtime",
      "execution",
      "editor",
      "cell",
      "page",
    ],
  },
  {
    name: "components",
    rooms: [
      "parts",
      "offline",
      "data",
      "network",
      "gradient",
      "recipe",
      "runs",
      "training",
      "results",
      "inside",
      "first",
      "sweep",
      "bench",
      "experiments",
    ],
  },
  { name: "pages", rooms: [] },
];

const withoutTensors = {
  regex: "^@tensorflow/|/network/tf\\.js$",
  message: "Components know arrays and numbers, no tensors.",
};

/** The linter's blocks that keep the order. The vocabulary lists what cells may load, of every floor. */
export const roomRules = floors.flatMap(({ name, rooms }, index) => {
  const higher = floors
    .slice(index + 1)
    .map((floor) => forbidden(`^(\\.\\./)+${floor.name}/`, `${name}/ is below ${floor.name}/.`));
  const tensors = name === "components" ? [withoutTensors] : [];
  return [
    block(`src/${name}/*.ts`, [...higher, ...tensors]),
    ...rooms
      .filter((room) => room !== "vocabulary")
      .flatMap((room) => {
        const later = (up) =>
          rooms
            .slice(rooms.indexOf(room) + 1)
            .map((other) => forbidden(`^${up}${other}/`, `${name}/${room}/ is below ${other}/.`));
        return [
          block(`src/${name}/${room}/*.ts`, [...higher, ...tensors, ...later("\\.\\./")]),
          block(`src/${name}/${room}/*/*.ts`, [...higher, ...tensors, ...later("(\\.\\./){2}")]),
        ];
      }),
  ];
});

function block(files, patterns) {
  const rules = { "no-restricted-imports": ["error", { patterns }] };
  return { files: [files], rules: patterns.length === 0 ? {} : rules };
}

function forbidden(regex, message) {
  return { regex, message: `${message} See eslint/rooms.js.` };
}

const stores = ["localStorage", "sessionStorage", "location", "addEventListener"];
const domNames = ["document", "window", "HTMLElement", "Element", "Node"];
const restrict = (names, message) => ({
  "no-restricted-globals": ["error", ...names.map((name) => ({ name, message }))],
});

/** What only some rooms may name: the browser's stores, and the page. */
export const browserRules = [
  {
    files: ["src/lib/**/*.ts", "src/engine/**/*.ts", "src/training/loop/**/*.ts"],
    ignores: ["src/lib/browser/**"],
    rules: restrict([...stores, ...domNames], "Only lib/browser/ knows the page and its stores."),
  },
  {
    files: ["src/lib/browser/**/*.ts"],
    rules: restrict(domNames, "lib/ never touches the DOM."),
  },
];
