/** The audit trail's pages: titles of keys, the address of filters, and entries as sentences in both languages. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import i18next, { type i18n } from 'i18next';
import { changeText, placeText } from '../../../web/trail/change-words.ts';
import { saidIn, sentenceOf, whoOf, type Teller } from '../../../web/trail/event-words.ts';
import { titlesOf } from '../../../web/trail/titles.ts';
import { queryWith } from '../../../web/parts/address.ts';
import {
  filterChange,
  filtersOf,
  NO_FILTERS,
  queryOf,
  UNFILTERED,
  type FilterName,
} from '../../../web/trail/trail-filters.ts';
import { trail as en } from '../../../web/words/en/trail.ts';
import { trail as zh } from '../../../web/words/zh/trail.ts';
import type { Names, TrailEvent } from '../../../web/trail/types.ts';

const DEFINITION = {
  offices: [{ key: 'mayor', title: { zh: '镇长', en: 'Mayor' } }],
  phases: [
    {
      key: 'survey',
      title: { zh: '调查', en: 'Survey' },
      steps: [{ key: 'sign', title: { zh: '会签', en: 'Signing' } }],
    },
    {
      key: 'rules',
      title: { zh: '建制', en: 'Rules' },
      steps: [{ key: 'sign', title: { zh: '审定', en: 'Approval' } }],
    },
  ],
  duties: [{ key: 'report', title: { zh: '月报', en: 'Monthly report' } }],
};

describe('titles of keys', () => {
  const find = titlesOf(DEFINITION);

  it('are those of their kind, within their phase', () => {
    expect(find('offices', 'mayor')?.en).toBe('Mayor');
    expect(find('steps', 'sign', 'survey')?.zh).toBe('会签');
    expect(find('steps', 'sign', 'rules')?.zh).toBe('审定');
    expect(find('phases', 'mayor')).toBeNull();
  });

  it('name the period of a duty', () => {
    expect(find('phases', 'report@2026-03')).toEqual({
      zh: '月报（2026-03）',
      en: 'Monthly report (2026-03)',
    });
    expect(titlesOf(undefined)('phases', 'survey')).toBeNull();
  });
});

describe('filters', () => {
  it('stand in the address, and what is usual does not', () => {
    const after = (query: string, name: FilterName, value: string): string =>
      queryWith(new URLSearchParams(query), filterChange(name, value));
    const address = new URLSearchParams('phase=survey&actor=clock');
    expect(after('phase=survey&entry=4', 'actor', 'clock')).toBe('?phase=survey&actor=clock');
    expect(filtersOf(address)).toEqual({ ...NO_FILTERS, phase: 'survey', actor: 'clock' });
    expect(after('order=oldest', 'order', 'newest')).toBe('?');
    expect(after('phase=survey&actor=clock', 'phase', '')).toBe('?actor=clock');
    expect(queryWith(address, UNFILTERED)).toBe('?');
  });

  it('ask for whole days of the place, the last one included', () => {
    const filters = { ...NO_FILTERS, from: '2026-03-05', until: '2026-03-05' };
    expect(queryOf(filters)).toEqual({
      order: 'newest',
      from: '2026-03-04T16:00:00.000Z',
      until: '2026-03-05T16:00:00.000Z',
    });
  });

  it('ask for a single entry by the position before it', () => {
    expect(queryOf({ ...NO_FILTERS, entry: '7' })).toEqual({ order: 'oldest', after: '6' });
    expect(queryOf({ ...NO_FILTERS, entry: 'x' })).toEqual({ order: 'newest' });
  });
});

const PEOPLE = { 'person-1': { zh: '张三', en: 'Zhang San' } };

function entry(type: string, data: object, rest: Partial<TrailEvent> = {}): TrailEvent {
  const at = '2026-03-05T02:00:00.000Z';
  const hashes = { hash: 'a'.repeat(64), prevHash: 'b'.repeat(64) };
  return { position: 3, type, at, recordedAt: at, actor: 'person-1', data, ...hashes, ...rest };
}

describe.each(['zh', 'en'] as const)('an entry in words (%s)', (language) => {
  let teller: Teller;

  beforeAll(async () => {
    const words: i18n = i18next.createInstance();
    await words.init({
      lng: language,
      defaultNS: 'trail',
      resources: { zh: { trail: zh }, en: { trail: en } },
      interpolation: { escapeValue: false },
    });
    const find = titlesOf(DEFINITION);
    const names: Names = {
      of: (kind, key, phase) => find(kind, key, phase)?.[language] ?? key,
      phase: (key, round = 1) => `${find('phases', key)?.[language] ?? key}${round > 1 ? '²' : ''}`,
      list: (texts) => texts.join('+'),
      person: (id) => PEOPLE[id as 'person-1'][language],
    };
    teller = { t: words.t, names };
  });

  it('tells what, where and how', () => {
    const data = { phase: 'rules', round: 2, step: 'sign', office: 'mayor', decision: 'return' };
    expect(sentenceOf(entry('StepDecided', data), teller)).toBe(
      { zh: '对“建制²”的“审定”签批：退回', en: 'Decided on “Approval” of “Rules²”: return' }[
        language
      ],
    );
    const transfer = { phase: 'survey', round: 1, step: 'sign', from: 'mayor', to: 'other' };
    expect(sentenceOf(entry('SlotTransferred', transfer), teller)).toBe(
      {
        zh: '“调查”的“会签”转办：由镇长转给other',
        en: 'Transferred “Signing” of “Survey” from Mayor to other',
      }[language],
    );
  });

  it('calls a programme by its English title where it has one', () => {
    const data = { title: '小方案', startsOn: '2026-03-02', definition: { key: 'p', version: 1 } };
    const [one, both] = [data, { ...data, titleEn: 'Small plan' }].map((given) =>
      sentenceOf(entry('ProgrammeActivated', given), teller),
    );
    expect(one).toContain('小方案');
    expect(both).toContain({ zh: '小方案', en: 'Small plan' }[language]);
  });

  it('tells who did it, and who did it for whom', () => {
    const data = { by: 'person-1', office: 'mayor' };
    expect(whoOf(entry('StepDecided', data), PEOPLE, teller)).toBe(
      { zh: '张三（镇长）', en: 'Zhang San (Mayor)' }[language],
    );
    const acting = { ...data, actingOffice: 'deputy' };
    const event = entry('StepDecided', acting, { onBehalfOf: 'mayor' });
    expect(whoOf(event, PEOPLE, teller)).toBe(
      { zh: '张三（deputy，代 镇长）', en: 'Zhang San (deputy for Mayor)' }[language],
    );
  });

  it('shows a type that it does not know by its name, and what was written', () => {
    expect(sentenceOf(entry('SomethingNew', { a: 1 }), teller)).toBe('SomethingNew');
    expect(saidIn(entry('StepDecided', { opinion: '好', reason: '' }))).toEqual([
      { label: 'opinion', text: '好' },
    ]);
  });

  it('names the place and the values of a change', () => {
    const place = ['phases', 'survey', 'steps', 'sign', 'votes', 'mayor', 'decision'];
    expect(placeText(place, teller)).toBe(
      {
        zh: '调查 › 签批环节 会签 › 签批 镇长 › 签批意见',
        en: 'Survey › Step Signing › Decision Mayor › Decision',
      }[language],
    );
    const about = { teller, people: PEOPLE };
    expect(changeText(undefined, about).text).toBe('—');
    expect(changeText('2026-03-05T02:00:00.000Z', about).text).toBe('2026-03-05 10:00:00');
    expect(changeText('person-1', about).text).toBe({ zh: '张三', en: 'Zhang San' }[language]);
    expect(changeText('approve', about).text).toBe({ zh: '同意', en: 'approve' }[language]);
    expect(changeText({ version: 2 }, about)).toEqual({ text: '{"version":2}', isCode: true });
  });
});
