import type { rehearsal as zh } from '../zh/rehearsal.ts';
import type { Words } from '../shape.ts';

export const rehearsal: Words<typeof zh> = {};
