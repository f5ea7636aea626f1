/** Sizes of files as people say them. */

const STEP = 1024;
const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

export function sizeText(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= STEP && unit < UNITS.length - 1) {
    size /= STEP;
    unit += 1;
  }
  const shown = unit === 0 || size >= 100 ? Math.round(size) : Math.round(size * 10) / 10;
  return `${shown} ${UNITS[unit] ?? ''}`;
}
