/** A share of the axis as a length. */
export function percent(value: number): string {
  return `${value.toFixed(3)}%`;
}
