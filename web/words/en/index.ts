import { account } from './account.ts';
import { calendars } from './calendars.ts';
import { common } from './common.ts';
import { health } from './health.ts';
import { inbox } from './inbox.ts';
import { indicators } from './indicators.ts';
import { notices } from './notices.ts';
import { people } from './people.ts';
import { pressure } from './pressure.ts';
import { programme } from './programme.ts';
import { rehearsal } from './rehearsal.ts';
import { session } from './session.ts';
import { setUp } from './set-up.ts';
import { task } from './task.ts';
import { trail } from './trail.ts';
import { units } from './units.ts';
import { whatIf } from './what-if.ts';

export const en = {
  account,
  calendars,
  common,
  health,
  inbox,
  indicators,
  notices,
  people,
  pressure,
  programme,
  rehearsal,
  session,
  setUp,
  task,
  trail,
  units,
  whatIf,
};
