import type { inbox as zh } from '../zh/inbox.ts';
import type { Words } from '../shape.ts';

export const inbox: Words<typeof zh> = {
  title: 'Inbox',
  scopes: { mine: 'To do', done: 'Done' },
  counts: '{{total}} items, {{overdue}} of them overdue',
  atLeast: 'At least {{total}} items, {{overdue}} of them overdue',
  empty: 'Nothing to do.',
  emptyHint: 'What needs your signature will appear here.',
  columns: { item: 'Item', programme: 'Programme', office: 'Office', due: 'Due', state: 'State' },
  more: 'Show more',
  sign: 'Sign',
};
