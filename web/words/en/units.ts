import type { units as zh } from '../zh/units.ts';
import type { Words } from '../shape.ts';

export const units: Words<typeof zh> = {};
