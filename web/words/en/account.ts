import type { account as zh } from '../zh/account.ts';
import type { Words } from '../shape.ts';

export const account: Words<typeof zh> = {};
