/** Acts on a task. Each is bound to the state that the reader saw, and one that got no answer may be sent again without happening twice. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { isProblem, Problem } from '../api/problem.ts';
import { forgetProgrammes } from '../live/stale.ts';
import { restsOnTheSame } from './basis.ts';
import type { Sheet } from './task-queries.ts';

/** How often a decision is bound anew to a programme that moves on under it. */
const MOST_REBASES = 3;

export type PhaseAct = Schemas['PhaseAct'];

/** What every act is sent with. */
export interface ActHeaders {
  readonly 'Idempotency-Key': string;
  readonly 'If-Match'?: string;
}

type Place = Pick<Sheet, 'programmeId'> & { readonly position?: number };

/** @param send posts the act with the headers that it is given */
export function useAct<B, A = PhaseAct>(
  { programmeId, position }: Place,
  send: (body: B, headers: ActHeaders) => Promise<A>,
): UseMutationResult<A, Error, B> {
  const queries = useQueryClient();
  const [attempts] = useState(createAttempts);
  return useMutation({
    mutationFn: async (body: B) => {
      const key = attempts.keyOf(JSON.stringify(body));
      const match = position === undefined ? {} : { 'If-Match': `"${position}"` };
      try {
        const answer = await send(body, { 'Idempotency-Key': key, ...match });
        attempts.settle();
        return answer;
      } catch (error) {
        if (wasAnswered(error)) attempts.settle();
        throw error;
      }
    },
    // A refusal tells of a state that the page does not show yet.
    onSettled: (_answer, error) => {
      if (error === null || wasAnswered(error)) forgetProgrammes(queries, [programmeId]);
    },
  });
}

/** A decision is sent again by itself when the programme has moved on and nothing that it rests on has changed. */
export function useDecide(sheet: Sheet): UseMutationResult<PhaseAct, Error, Schemas['Decide']> {
  const path = { id: sheet.id };
  return useAct(sheet, async (body: Schemas['Decide'], headers) => {
    const decide = (header: ActHeaders): Promise<PhaseAct> =>
      bodyOf(api.POST('/v1/tasks/{id}/decisions', { params: { path, header }, body }));
    for (let header = headers, left = MOST_REBASES; ; left -= 1) {
      try {
        return await decide(header);
      } catch (error) {
        if (left === 0 || !isProblem(error, 'stale-version')) throw error;
        const now = await bodyOf(api.GET('/v1/tasks/{id}', { params: { path } }));
        if (!restsOnTheSame(sheet, now)) throw error;
        header = { ...headers, 'If-Match': `"${now.position}"` };
      }
    }
  });
}

export function useRecordBallot(
  sheet: Sheet,
): UseMutationResult<PhaseAct, Error, Schemas['RecordBallot']> {
  const path = { id: sheet.id };
  return useAct(sheet, (body: Schemas['RecordBallot'], header) =>
    bodyOf(api.POST('/v1/tasks/{id}/ballots', { params: { path, header }, body })),
  );
}

export function useWithdraw(
  sheet: Sheet,
): UseMutationResult<PhaseAct, Error, Schemas['OptionalReason']> {
  const path = { id: sheet.id };
  return useAct(sheet, (body: Schemas['OptionalReason'], header) =>
    bodyOf(api.POST('/v1/tasks/{id}/withdrawals', { params: { path, header }, body })),
  );
}

function wasAnswered(error: unknown): boolean {
  return error instanceof Problem && error.status > 0 && error.status < 500 && error.status !== 401;
}

/** One key for one act until it is settled. */
function createAttempts(): {
  readonly keyOf: (act: string) => string;
  readonly settle: () => void;
} {
  let current: { readonly act: string; readonly key: string } | null = null;
  return {
    keyOf: (act) => {
      if (current?.act !== act) current = { act, key: crypto.randomUUID() };
      return current.key;
    },
    settle: () => {
      current = null;
    },
  };
}
