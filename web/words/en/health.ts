import type { health as zh } from '../zh/health.ts';
import type { Words } from '../shape.ts';

export const health: Words<typeof zh> = {};
