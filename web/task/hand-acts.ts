/** The acts that bring other offices in: transfer 转办, a further signer 加签 or one less 减签, a question 委派. */
import type { UseMutationResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { useAct, type ActHeaders } from './act-on-task.ts';
import type { Sheet } from './task-queries.ts';

export type HandKind = 'transfer' | 'add' | 'remove' | 'consult';
export type Place = Schemas['AddSigner']['place'];

export interface HandRequest {
  readonly office: string;
  /** Reason, or the question. */
  readonly text: string;
  /** Only of a further signer. */
  readonly place: Place;
}

export function useHand(
  kind: HandKind,
  sheet: Sheet,
): UseMutationResult<unknown, Error, HandRequest> {
  return useAct<HandRequest, unknown>(sheet, (request, header) =>
    send(kind, { id: sheet.id, header }, request),
  );
}

interface Address {
  readonly id: string;
  readonly header: ActHeaders;
}

function send(
  kind: HandKind,
  { id, header }: Address,
  { office, text, place }: HandRequest,
): Promise<unknown> {
  const params = { path: { id }, header };
  switch (kind) {
    case 'transfer':
      return bodyOf(
        api.POST('/v1/tasks/{id}/transfers', { params, body: { office, reason: text } }),
      );
    case 'add':
      return bodyOf(
        api.POST('/v1/tasks/{id}/signers', { params, body: { office, place, reason: text } }),
      );
    case 'remove':
      return bodyOf(
        api.POST('/v1/tasks/{id}/signer-removals', { params, body: { office, reason: text } }),
      );
    case 'consult':
      return bodyOf(
        api.POST('/v1/tasks/{id}/consultations', { params, body: { office, question: text } }),
      );
  }
}
