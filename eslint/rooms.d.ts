import type { Linter } from "eslint";

export const floors: { name: string; rooms: string[] }[];
export const roomRules: Linter.Config[];
export const browserRules: Linter.Config[];
