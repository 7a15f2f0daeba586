// How large a file and a function may be, in plain lines: comments and blank ones are read too. A
// function that reads better whole says so where it stands.
const maxFileLines = ["error", { max: 200 }];
const maxFunctionLines = ["error", { max: 40 }];

export const sizeRules = [
  { files: ["**/*.ts"], rules: { "max-lines": maxFileLines } },
  // In a test file the callback of `describe` holds many tests: there the file's limit is enough.
  {
    files: ["**/*.ts"],
    ignores: ["test/**"],
    rules: { "max-lines-per-function": maxFunctionLines },
  },
];
