import type { setUp as zh } from '../zh/set-up.ts';
import type { Words } from '../shape.ts';

export const setUp: Words<typeof zh> = {};
