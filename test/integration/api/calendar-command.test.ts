/** `npm run calendar` against a running API: a dry run, a publication, and a document with faults. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseCalendarOptions } from '../../../cli/calendar/options.ts';
import { sendDocument } from '../../../cli/calendar/send.ts';
import { readCalendar } from '../../../cli/rehearse/calendar.ts';
import { createTestApi, PASSWORD, type TestApi } from '../../support/api-client.ts';
import { startLangxia } from '../../support/api-acts.ts';
import { noticeBody } from '../../support/calendars.ts';

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi({ now: '2026-12-20T01:00:00.000Z' });
}, 60_000);
afterAll(async () => {
  await api.close();
});

function send(args: readonly string[], document: unknown): Promise<readonly string[]> {
  const options = parseCalendarOptions([...args, 'notice.json', '--url', api.url]);
  return sendDocument(options, document as { key: string }, PASSWORD);
}

describe('the command calendar', () => {
  it('shows what a notice would move, and publishes nothing', async () => {
    const id = await startLangxia(api, { startsOn: '2026-12-20' });
    const lines = await send(['import', '--dry-run'], noticeBody());
    expect(lines[0]).toContain('looked at 1 programmes, 1 affected');
    expect(lines.join('\n')).toContain(id);
    expect(lines.join('\n')).toContain('survey: 日期确定');
    expect(lines.join('\n')).toMatch(/survey: 提醒 reminder 5 2026-\S+ → 2026-\S+/);
    const { rows } = await api.pool.query('SELECT version FROM calendars');
    expect(rows).toEqual([{ version: 1 }]);
  });

  it('tells every fault with its place', async () => {
    const document = noticeBody({ makeUpWorkdays: ['2027-03-02', '2027-02-06'] });
    await expect(send(['import'], document)).rejects.toThrow(
      /calendar-faulty.*\n.*\/makeUpWorkdays\/0: .*\n.*\/makeUpWorkdays\/1: /,
    );
  });

  it('publishes a notice and then a day of typhoon', async () => {
    expect(await send(['import'], noticeBody())).toEqual([
      expect.stringContaining('published cn-public version 2, through 2027-12-31'),
    ]);
    const override = {
      key: 'cn-public',
      days: [{ date: '2027-03-01', off: true, name: { zh: '台风停工', en: 'Typhoon' } }],
      reason: '台风红色预警',
      documentNumber: '金防汛〔2027〕3号',
    };
    expect(await send(['override'], override)).toEqual([
      expect.stringContaining('published cn-public version 3'),
    ]);
  });

  it('is for the system administrator', async () => {
    await expect(send(['import', '--account', 'mayor'], noticeBody())).rejects.toThrow('forbidden');
  });
});

it('gives a rehearsal the calendar of the server', async () => {
  const token = await api.tokenOf('mayor');
  const calendar = await readCalendar(api.url, { key: 'cn-public', token });
  expect(calendar).toMatchObject({ version: 3, publishedThrough: '2027-12-31' });
  expect(calendar).toEqual(await api.deps.calendars.store.latest('cn-public'));
});

describe('its command line', () => {
  it.each([
    [['import']],
    [['publish', 'a.json']],
    [['import', 'a.json', 'b.json']],
    [['import', 'a.json', '--no']],
  ])('refuses %j with its usage', (args) => {
    expect(() => parseCalendarOptions(args)).toThrow('npm run calendar');
  });
});
