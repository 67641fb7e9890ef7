import { join } from "node:path";

/** The top folder of the repository. */
export const repository: string = join(import.meta.dirname, "../..");
/** What is built or fetched once; not part of the repository. */
export const cacheFolder: string = join(repository, "node_modules/.cache/bench");
