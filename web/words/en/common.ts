import type { common as zh } from '../zh/common.ts';
import type { Words } from '../shape.ts';

export const common: Words<typeof zh> = {
  brand: 'Milepost',
  skipToContent: 'Skip to content',
  menu: 'Menu',
  navigation: 'Main navigation',
  loading: 'Loading…',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  optional: '(optional)',
  close: 'Close',
  more: 'Show more',
  unreachable: 'The server does not answer. Check the network and try again.',
  unknownProblem:
    'Something went wrong. Try again; if that does not help, tell the system administrator.',
  notFound: 'No such page',
  notFoundHint: 'The address is wrong, or you may not see what is there.',
  toInbox: 'Back to the inbox',
  pageFailed: 'The page failed',
  pageFailedHint: 'Everything that you submitted is saved. Load the page again.',
  reload: 'Load again',
  offices: 'Offices held',
  account: 'My account and sessions',
  signOut: 'Sign out',
  rehearsal: 'Rehearsal',
  overdue: 'Overdue',
  connection: {
    connecting: 'Connecting…',
    live: 'Live',
    lost: 'Connection lost, trying again…',
  },
  places: {
    inbox: 'Inbox',
    programmes: 'Programmes',
    notifications: 'Notifications',
    rehearsals: 'Rehearsals',
    setUp: 'Set up',
    people: 'People',
    calendars: 'Calendars',
    health: 'Health',
  },
};
