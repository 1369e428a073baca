/** Half-even, once, at the line (design: product, "Money"). */

/** `amountMinor × numerator ÷ denominator`, rounded half-even. Exact for every product below 2^53. */
export function scaleMinor(amountMinor: number, numerator: number, denominator: number): number {
  return divideHalfEven(amountMinor * numerator, denominator);
}

/** Rounds to a multiple of `stepMinor`, half-even: 12.35 with a step of 5 is 12.35, 12.32 is 12.30. */
export function roundToStep(amountMinor: number, stepMinor: number): number {
  return divideHalfEven(amountMinor, stepMinor) * stepMinor;
}

function divideHalfEven(value: number, divisor: number): number {
  const floor = Math.floor(value / divisor);
  const rest = value - floor * divisor;
  const doubled = 2 * rest;
  if (doubled < divisor || (doubled === divisor && floor % 2 === 0)) return floor;
  return floor + 1;
}
