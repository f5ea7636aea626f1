import type { notices as zh } from '../zh/notices.ts';
import type { Words } from '../shape.ts';

export const notices: Words<typeof zh> = {};
