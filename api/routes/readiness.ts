/** Puts the checks of readiness to the test, each with a time limit. */
import type { AppDeps, ReadinessCheck } from '../deps.ts';

const CHECK_MS = 3_000;

export interface CheckResult {
  readonly name: string;
  readonly vital: boolean;
  readonly ok: boolean;
}

export function checkReadiness({
  readiness,
}: Pick<AppDeps, 'readiness'>): Promise<readonly CheckResult[]> {
  return Promise.all(
    readiness.map(async (check) => ({
      name: check.name,
      vital: check.vital,
      ok: await passes(check),
    })),
  );
}

async function passes(check: ReadinessCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, CHECK_MS, false);
  });
  try {
    return await Promise.race([check.passes(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
