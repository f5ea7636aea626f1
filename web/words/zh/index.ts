import { common } from './common.ts';
import { inbox } from './inbox.ts';
import { session } from './session.ts';

export const zh = { common, inbox, session };
