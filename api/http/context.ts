/** What is known of one request while it is served: its id, its reader, and when it began. */
import type { Request, Response } from 'express';
import Negotiator from 'negotiator';
import type { Locale } from '../../domain/definition/types.ts';
import type { SignedInPerson as SignedIn } from '../../engine/sessions.ts';

export type { SignedInPerson as SignedIn } from '../../engine/sessions.ts';
export type { Role } from '../../db/read-models/people.ts';

export interface RequestContext {
  readonly requestId: string;
  readonly startedMs: number;
  /** Path of the route as documented; null until one has matched. */
  route: string | null;
  person: SignedIn | null;
  /** Whether the answer goes on until somebody ends it. */
  isLasting: boolean;
}

const CONTEXT = 'context';

export function startContext(response: Response, context: RequestContext): void {
  response.locals[CONTEXT] = context;
}

export function contextOf(response: Response): RequestContext {
  return response.locals[CONTEXT] as RequestContext; // put there by the first middleware
}

/** The language of the answer: what the request asks for, else the person's own, else Chinese. */
export function localeOf(request: Request, person: SignedIn | null): Locale {
  const wanted = request.headers['accept-language'];
  const fallback = person?.locale ?? 'zh';
  if (wanted === undefined || wanted.length > 500) return fallback;
  // Without a preference the first available language is chosen.
  const available = fallback === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
  const chosen = new Negotiator(request).language(available);
  return chosen === 'en' || chosen === 'zh' ? chosen : fallback;
}
