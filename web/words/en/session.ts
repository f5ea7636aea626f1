import type { session as zh } from '../zh/session.ts';
import type { Words } from '../shape.ts';

export const session: Words<typeof zh> = {
  brand: '里程碑 Milepost',
  lead: 'Reform plans, phase by phase: what is handed in, who signs, who is reminded, what follows a missed date, all on record.',
  account: 'Account',
  accountNeeded: 'Enter your account',
  password: 'Password',
  passwordNeeded: 'Enter your password',
  signIn: 'Sign in',
  demoHint:
    'Demo accounts are named as their offices (such as mayor); the password is printed once at the start.',
  over: 'Your session has ended',
  overHint: 'Sign in again to go on. What you have written on the page is kept.',
};
