import type { indicators as zh } from '../zh/indicators.ts';
import type { Words } from '../shape.ts';

export const indicators: Words<typeof zh> = {};
