/** The one table of problems: every code that the API can answer with, its status and its words. */
import type { EngineRefusal } from '../../engine/types.ts';
import { CALENDAR_PROBLEMS } from './calendar-refusals.ts';
import { HTTP_PROBLEMS } from './http.ts';
import { PLANNING_PROBLEMS } from './planning.ts';
import type { ProblemText } from './problem-text.ts';
import { DIRECTORY_PROBLEMS, DOOR_PROBLEMS, FILE_PROBLEMS } from './refusals.ts';
import { STAND_IN_PROBLEMS } from './stand-ins.ts';
import { REJECTION_PROBLEMS } from './rejections.ts';

export type FileCode = keyof typeof FILE_PROBLEMS;
export type HttpCode = keyof typeof HTTP_PROBLEMS;
export type DirectoryCode = keyof typeof DIRECTORY_PROBLEMS;
export type CalendarCode = keyof typeof CALENDAR_PROBLEMS;
export type PlanningCode = keyof typeof PLANNING_PROBLEMS;
export type StandInCode = keyof typeof STAND_IN_PROBLEMS;
export type ProblemCode =
  | EngineRefusal['code']
  | DirectoryCode
  | FileCode
  | HttpCode
  | CalendarCode
  | PlanningCode
  | StandInCode;

export const PROBLEMS: Readonly<Record<ProblemCode, ProblemText>> = {
  ...HTTP_PROBLEMS,
  ...REJECTION_PROBLEMS,
  ...DOOR_PROBLEMS,
  ...DIRECTORY_PROBLEMS,
  ...FILE_PROBLEMS,
  ...CALENDAR_PROBLEMS,
  ...PLANNING_PROBLEMS,
  ...STAND_IN_PROBLEMS,
};

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}
