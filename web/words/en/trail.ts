import type { trail as zh } from '../zh/trail.ts';
import type { Words } from '../shape.ts';

export const trail: Words<typeof zh> = {};
