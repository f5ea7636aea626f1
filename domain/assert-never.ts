/** Makes a switch over a union exhaustive: a new member does not compile until it is handled. */

/** @throws Error always; reaching it is a defect. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
