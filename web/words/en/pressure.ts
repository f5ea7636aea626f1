import type { pressure as zh } from '../zh/pressure.ts';
import type { Words } from '../shape.ts';

export const pressure: Words<typeof zh> = {};
