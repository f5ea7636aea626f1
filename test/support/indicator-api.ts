/** The API with a plan that has two indicators, and short ways to start it and to report. */
import type { IndicatorDefinition } from '../../domain/definition/indicator-types.ts';
import type { Definition } from '../../domain/definition/types.ts';
import { createTestApi, type ApiAnswer, type TestApi } from './api-client.ts';
import { count } from './indicator-plan.ts';
import { plan } from './plan.ts';

const coverage: IndicatorDefinition = {
  ...count,
  key: 'coverage',
  title: { zh: '登记率', en: 'Registration' },
  unit: 'percent',
  source: { kind: 'reported', unitSet: null, rollUp: 'ratio' },
  office: 'alpha',
  targets: [{ key: '2013', value: 80, from: '2013-09-15', on: '2013-10-31', pace: 'month' }],
};

/** `coverage`, a percentage that `alpha` reports, and `agencies`, a count that `beta` reports. */
export const measuredDefinition: Definition = {
  ...plan,
  key: 'measured-plan',
  indicators: [coverage, count],
};

export function createIndicatorApi(): Promise<TestApi> {
  return createTestApi({
    now: '2013-09-15T02:00:00.000Z',
    seed: measuredDefinition.key,
    catalogue: {
      list: () => [measuredDefinition],
      latest: (key) => (key === measuredDefinition.key ? measuredDefinition : undefined),
      get: (key) => (key === measuredDefinition.key ? measuredDefinition : undefined),
    },
  });
}

/** A programme as it stands on the morning of 20 September. */
export async function startMeasured(api: TestApi): Promise<string> {
  api.clock.set('2013-09-15T02:00:00.000Z');
  const answer = await api.send('POST', '/v1/programmes', {
    as: 'clerk',
    body: { definition: { key: measuredDefinition.key }, startsOn: '2013-09-15' },
  });
  const { id } = answer.body as { id: string };
  await api.passTime(id, '2013-09-20T02:00:00.000Z');
  return id;
}

/** Reports the coverage of 20 September, unless told otherwise. */
export function reportCoverage(
  api: TestApi,
  id: string,
  { as = 'alpha', ...body }: Readonly<Record<string, unknown>> & { readonly as?: string },
): Promise<ApiAnswer> {
  const path = `/v1/programmes/${id}/indicators/coverage/reports`;
  return api.send('POST', path, { as, body: { asOf: '2013-09-20', note: 'register', ...body } });
}
