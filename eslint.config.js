// Lint rules: typescript-eslint's strict set over every TypeScript file; zero warnings are accepted.
import js from "@eslint/js";
import globals from "globals";
import tseslint from "typescript-eslint";
import { browserRules, roomRules } from "./eslint/rooms.js";
import { sizeRules } from "./eslint/sizes.js";

export default tseslint.config(
  {
    ignores: [
      "dist/",
      "node_modules/",
      ".cache/",
      "src/.observablehq/",
      "eslint.config.js",
      "eslint/",
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-non-null-assertion": "off",
      // tfjs types its tensors as classes that it does not construct.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "ObjectExpression > SpreadElement > ObjectExpression, ArrayExpression > SpreadElement > ArrayExpression",
          message: "Write the entries themselves: a literal is no part to be spread.",
        },
      ],
      "no-restricted-properties": [
        "error",
        {
          object: "Math",
          property: "random",
          message: "Use lib/numbers/random.ts: every run is seeded.",
        },
      ],
    },
  },
  ...roomRules,
  ...browserRules,
  ...sizeRules,
);
