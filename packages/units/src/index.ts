export { formatAge } from "./format-age.ts";
export { formatDuration } from "./format-duration.ts";
export { formatSize } from "./format-size.ts";
export { parseDuration } from "./parse-duration.ts";
export { parseSize } from "./parse-size.ts";
