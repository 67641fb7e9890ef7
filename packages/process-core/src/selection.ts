/** Which processes are meant; nothing given means all. */
export interface Selection {
  /** Ids, base ids of scaled processes, or globs. */
  readonly ids?: readonly string[];
  readonly groups?: readonly string[];
  readonly pids?: readonly number[];
}
