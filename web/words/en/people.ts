import type { people as zh } from '../zh/people.ts';
import type { Words } from '../shape.ts';

export const people: Words<typeof zh> = {};
