/** The two sides of a programme: a disagreement that is only the way from the ledger to Temporal is not reported as one. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workflowSchema } from '../../../api/schemas/records.ts';
import { createTestApi, type TestApi } from '../../support/api-client.ts';
import { startLangxia } from '../../support/api-acts.ts';

const LATE = { zh: '迟', en: 'late' };

let api: TestApi;
let id: string;
/** What the next looks find. */
let looks: { readonly reachable: boolean; readonly agrees: boolean }[] = [];

beforeAll(async () => {
  const overrides = {
    inspector: {
      healthy: () => Promise.resolve(true),
      inspect: ({ programmeId }: { readonly programmeId: string }) => {
        const seen = looks.shift() ?? { reachable: true, agrees: false };
        const differences = seen.agrees ? [] : [LATE];
        return Promise.resolve({ workflowId: `programme/${programmeId}`, ...seen, differences });
      },
    },
  };
  api = await createTestApi({ overrides });
  id = await startLangxia(api);
});
afterAll(async () => {
  await api.close();
});

function bothSides(): Promise<{ readonly agrees: boolean; readonly reachable: boolean }> {
  return api.read(workflowSchema, `/v1/programmes/${id}/workflow`, { as: 'system-admin' });
}

describe('the workflow beside the ledger', () => {
  it('agrees once what was just recorded has arrived', async () => {
    looks = [
      { reachable: true, agrees: false },
      { reachable: true, agrees: true },
    ];
    expect(await bothSides()).toMatchObject({ agrees: true, differences: [] });
  });

  it('disagrees when the difference lasts', async () => {
    looks = [];
    expect(await bothSides()).toMatchObject({ agrees: false, differences: [LATE] });
  });

  it('says at once that Temporal is away', async () => {
    looks = [
      { reachable: false, agrees: false },
      { reachable: true, agrees: true },
    ];
    expect(await bothSides()).toMatchObject({ reachable: false, agrees: false });
  });

  it('is for administrators only', async () => {
    const answer = await api.send('GET', `/v1/programmes/${id}/workflow`, { as: 'mayor' });
    expect(answer.status).toBe(403);
  });
});
