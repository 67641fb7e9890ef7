/** A number with about three digits that matter. */
function short(number: number): string {
  const size = Math.abs(number);
  if (size >= 100) return Math.round(number).toLocaleString("en");
  if (size >= 10) return number.toFixed(1);
  return number.toFixed(size >= 1 ? 2 : 3).replace(/^-?0\.000$/, "0");
}

/** Milliseconds as seconds. */
export const seconds = (ms = NaN): string => `${short(ms / 1_000)} s`;
/** Milliseconds. */
export const milliseconds = (ms = NaN): string => `${short(ms)} ms`;
/** Megabytes. */
export const megabytes = (mb = NaN): string => `${short(mb)} MB`;
/** Units of 2^10 bytes. */
export const kibibytes = (kib = NaN): string => `${short(kib)} KiB`;
/** A count. */
export const whole = (number = NaN): string => Math.round(number).toLocaleString("en");
