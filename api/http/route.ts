/** The one way to add an endpoint: its document and its handler stand together, so that they cannot differ. */
import type { Readable } from 'node:stream';
import type { Request } from 'express';
import type { z } from 'zod';
import type { Locale } from '../../domain/definition/types.ts';
import type { CommandKey } from '../../engine/types.ts';
import type { AppDeps } from '../deps.ts';
import { ProblemError } from '../problems.ts';
import type { ProblemCode } from '../problems/catalogue.ts';
import type { Role, SignedIn } from './context.ts';

export type Method = 'get' | 'post' | 'put' | 'delete';

/** Who may call: anyone, anyone signed in, or administrators of these roles. Offices are judged by the rules behind the door. */
export type Permission = 'public' | 'signed-in' | readonly Role[];

export interface AnswerSpec {
  readonly description: string;
  /** Absent for an answer without a JSON body. */
  readonly schema?: z.ZodType;
  /** Media type when it is not JSON. */
  readonly type?: string;
}

/** A parsed request. */
export interface Input<P = unknown, Q = unknown, B = unknown> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly person: SignedIn | null;
  readonly locale: Locale;
  /** From `Idempotency-Key`, or made up; only on routes with `idempotent`. */
  readonly commandId: string | null;
  /** SHA-256 of method, path and body; only on routes with `idempotent`. */
  readonly bodyHash: string;
  /** From `If-Match`; null without one. */
  readonly expectedPosition: number | null;
  readonly request: Request;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  /** Sent as it is, instead of a JSON body. */
  readonly content?: { readonly type: string; readonly data: string | Readable };
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RouteSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly method: Method;
  /** As in OpenAPI: `/v1/programmes/{id}`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly tag: string;
  readonly permission: Permission;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** The body is not JSON but a stream that the handler reads. */
  readonly upload?: true;
  /** The answer goes on until somebody ends it; how long it takes says nothing. */
  readonly lasting?: true;
  /** Takes `Idempotency-Key` and answers a repeated request as the first one. */
  readonly idempotent?: true;
  /** Takes `If-Match` with a position of the programme. */
  readonly conditional?: true;
  readonly answers: Readonly<Record<number, AnswerSpec>>;
  /** Problems besides those that every route of its kind can answer with. */
  readonly problems?: readonly ProblemCode[];
  handle(input: Input<z.output<P>, z.output<Q>, z.output<B>>, deps: AppDeps): Promise<Reply>;
}

export type Route = RouteSpec<z.ZodType, z.ZodType, z.ZodType>;

type Nothing = z.ZodUndefined;

export function route<
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
>(spec: RouteSpec<P, Q, B>): Route {
  return spec;
}

/** The person of a route that asks for one. */
export function personOf(input: Input): SignedIn {
  if (input.person === null) throw new ProblemError('unauthenticated');
  return input.person;
}

/** The key of an act of this person. */
export function commandKey(input: Input): CommandKey {
  if (input.commandId === null) throw new Error('the route does not take an Idempotency-Key');
  return { scope: personOf(input).id, id: input.commandId, bodyHash: input.bodyHash };
}

export function isAdministrator(person: SignedIn): boolean {
  return person.roles.length > 0;
}
