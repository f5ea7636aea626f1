/** What each rung says about a matter that is late, by language. */
import type { RungKey } from '../definition/types.ts';

export const RUNG_SENTENCES_ZH: Readonly<Record<RungKey, string>> = {
  urge: '现予催办。',
  supervise: '现列为督办事项。',
  circulate: '现予通报。',
  accountability: '现提出问责建议，报请研究处理。',
};

export const RUNG_SENTENCES_EN: Readonly<Record<RungKey, string>> = {
  urge: 'The offices concerned are hereby urged to finish it.',
  supervise: 'It is now under supervision.',
  circulate: 'This is hereby circulated.',
  accountability: 'It is hereby proposed to hold the offices concerned to account.',
};
