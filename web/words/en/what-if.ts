import type { whatIf as zh } from '../zh/what-if.ts';
import type { Words } from '../shape.ts';

export const whatIf: Words<typeof zh> = {};
