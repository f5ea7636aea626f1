import type { account as zh } from '../zh/account.ts';
import type { Words } from '../shape.ts';

export const account: Words<typeof zh> = {
  title: 'My account',
  person: 'Myself',
  name: 'Name',
  account: 'Account',
  roles: 'Role as an administrator',
  noRole: 'No administrator',
  offices: 'Offices held',
  noOffice: 'No office at present',
  inOneProgramme: 'in one programme only',
  language: 'Language of the pages',
  languageHint: 'It is kept on this device; notifications by e-mail are in {{language}}.',
  role: {
    'system-admin': 'System administrator',
    'security-admin': 'Security administrator',
    'audit-admin': 'Audit administrator',
  },
  sessions: 'Sessions',
  sessionsHint:
    'Where you are signed in at present. End any that you do not know at once, and ask the system administrator for a new password.',
  sessionsCaption: 'My own sessions',
  noSession: 'No session.',
  columns: {
    createdAt: 'Signed in',
    lastSeenAt: 'Last used',
    expiresAt: 'Ends at the latest',
    state: 'State',
    act: 'Act',
  },
  current: 'This session',
  other: 'Another session',
  end: 'End',
  endNamed: 'End the session of {{at}}',
  endOthers: 'End all other sessions',
  ended: 'The session was ended.',
  endedOthers: 'All other sessions were ended.',
};
