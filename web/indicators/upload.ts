/** Stores a file under the hash of its content, so that what is named later is what was sent. */
import { api, bodyOf, type Schemas } from '../api/client.ts';

export async function upload(file: File): Promise<Schemas['FileRef']> {
  const bytes = await file.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  await bodyOf(
    api.PUT('/v1/files/{sha256}', {
      params: { path: { sha256 } },
      headers: { 'Content-Type': 'application/octet-stream' },
      body: '', // the document calls raw bytes a string; they are given below
      bodySerializer: () => bytes,
    }),
  );
  return { sha256, name: file.name };
}
