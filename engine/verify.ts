/** Verifies the ledger: every stream from its first event to the head that is kept apart from it. */
import type { Pool } from 'pg';
import { createChainVerifier, type ChainVerdict } from '../domain/audit/hash-chain.ts';
import { inOneInstant, listStreams, readStream, readStreamHead } from '../db/ledger/read-stream.ts';

export interface StreamVerdict extends ChainVerdict {
  readonly stream: string;
}

export function verifyProgramme(pool: Pool, programmeId: string): Promise<StreamVerdict> {
  return verifyStream(pool, `programme/${programmeId}`);
}

/** A stream without a head is taken to be empty, so any event in it is one too many. */
export function verifyStream(pool: Pool, stream: string): Promise<StreamVerdict> {
  return inOneInstant(pool, async (client) => {
    const verifier = createChainVerifier();
    for await (const entry of readStream(client, stream)) {
      if (!verifier.push(entry)) break;
    }
    const head = await readStreamHead(client, stream);
    return { stream, ...verifier.finish(head ?? { position: 0, hash: '0'.repeat(64) }) };
  });
}

/** Every stream in turn, so that the caller can report as it goes. */
export async function* verifyLedger(pool: Pool): AsyncGenerator<StreamVerdict> {
  for (const stream of await listStreams(pool)) yield await verifyStream(pool, stream);
}
