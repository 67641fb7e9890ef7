export { categories, type Category, isCategory } from "./category.ts";
export type { CodeEntry } from "./code-entry.ts";
export { type Code, codes, type DetailsOf } from "./codes.ts";
export {
  DpmError,
  dpmError,
  type ErrorReport,
  errorFromReport,
  hasCode,
  isDpmError,
  toReport,
} from "./dpm-error.ts";
export { nearest } from "./nearest.ts";
