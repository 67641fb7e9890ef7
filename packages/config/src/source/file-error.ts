const phrases = new Map([
  ["EACCES", "permission denied"],
  ["EPERM", "operation not permitted"],
  ["EROFS", "the file system is read-only"],
  ["ENOSPC", "no space left on the device"],
  ["EDQUOT", "the disk quota is used up"],
  ["EFBIG", "the file would be too large"],
  ["EIO", "input/output error"],
  ["EISDIR", "it is a directory"],
  ["ELOOP", "too many symbolic links"],
  ["EMFILE", "too many open files"],
  ["ENFILE", "too many open files in the system"],
  ["ENAMETOOLONG", "the name is too long"],
  ["ENOENT", "no such file or directory"],
  ["ENOTDIR", "a part of the path is not a directory"],
  ["ENXIO", "it is not a regular file"],
]);

/** The errno name, such as `EACCES`, of an error from the file system; undefined for any other error. */
export function errnoOf(error: unknown): string | undefined {
  if (
    error instanceof Error &&
    "errno" in error &&
    "code" in error &&
    typeof error.code === "string"
  ) {
    return error.code;
  }
  return undefined;
}

/** An errno name as a phrase for people, such as `permission denied (EACCES)`. */
export function describeFileError(errno: string): string {
  const phrase = phrases.get(errno);
  return phrase === undefined ? errno : `${phrase} (${errno})`;
}
