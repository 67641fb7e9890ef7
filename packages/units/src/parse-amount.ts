const numberPattern = /^\d+(?:\.\d+)?$/;

/**
 * A decimal number times the size of its unit, or null when the text is no plain number or the product is not a whole, exact number.
 * Signs, exponents, hexadecimal and a missing digit on either side of the point are refused.
 */
export function parseAmount(text: string, unit: number): number | null {
  if (!numberPattern.test(text)) {
    return null;
  }
  // 1.1 * 1000 is 1100.0000000000002, so decimals are scaled through the nearest whole number.
  const product = Number(text) * unit;
  const whole = Math.round(product);
  const isWhole = Math.abs(product - whole) <= whole * Number.EPSILON * 4;
  return isWhole && Number.isSafeInteger(whole) ? whole : null;
}
