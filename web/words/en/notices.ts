import type { notices as zh } from '../zh/notices.ts';
import type { Words } from '../shape.ts';

export const notices: Words<typeof zh> = {
  title: 'Notifications',
  which: 'Which notifications',
  all: 'All',
  unread: 'Unread',
  count: ' ({{total}})',
  unreadSpoken: ' ({{total}} unread)',
  none: 'Nothing yet. Opened phases, reminders, escalations and steps to sign are told here.',
  noneUnread: 'Nothing unread.',
  mark: 'Mark as read',
  markOne: 'Mark as read: {{subject}}',
  markShown: 'Mark the {{total}} shown as read',
  marked: 'Marked as read.',
  programmeTime: 'Programme time',
  email: {
    none: 'No e-mail',
    pending: 'E-mail waits',
    sent: 'E-mailed',
    'failed-for-good': 'E-mail not delivered',
  },
};
