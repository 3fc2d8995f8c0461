/** Amounts as whole millionths, so that nothing is ever rounded: "0.42" is 420000n. */
const places = 6;

export function millionths(amount) {
  const match = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(String(amount));
  if (!match) {
    throw new RangeError(`"${amount}" is no amount`);
  }
  const value = BigInt(match[2] + (match[3] ?? '').padEnd(places, '0'));
  return match[1] ? -value : value;
}

/** As a decimal with at least `least` places: 420000n is "0.42". */
export function decimal(value, least = 2) {
  const digits = String(value < 0n ? -value : value).padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '').padEnd(least, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -places)}${fraction ? `.${fraction}` : ''}`;
}

/** `amount` a second for `seconds`, which may be a fraction of a second to the thousandth. */
export const times = (amount, seconds) => decimal((millionths(amount) * BigInt(Math.round(seconds * 1000))) / 1000n);

/** How many of `unit` an amount is, to the exact digit. */
export const inUnits = (amount, unit, least = 1) => decimal((millionths(amount) * 1_000_000n) / millionths(unit), least);

export const sum = (amounts) => decimal(amounts.reduce((total, amount) => total + millionths(amount), 0n));
