/** The id of a unit programme: the same whoever starts it and however often, so that it is started once. */
import { createHash } from 'node:crypto';
import type { UnitParent } from '../domain/programme/units/state.ts';

/** A UUID of version 8 (RFC 9562): the first 122 bits of the SHA-256 of parent, roll-out and unit. */
export function unitProgrammeId({ programme, rollout, unit }: UnitParent): string {
  const bytes = createHash('sha256').update(`${programme}/${rollout}/${unit}`).digest();
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}
