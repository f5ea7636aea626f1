import type { task as zh } from '../zh/task.ts';
import type { Words } from '../shape.ts';

export const task: Words<typeof zh> = {};
