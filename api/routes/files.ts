/** Evidence files: raw bytes in under their hash, and out as an attachment. */
import { personOf, isAdministrator, route, type Route } from '../http/route.ts';
import { ProblemError } from '../problems.ts';
import { fileParams, fileQuery, storedFile } from '../schemas/records.ts';

const TAG = 'Files';

const putFile = route({
  method: 'put',
  path: '/v1/files/{sha256}',
  operationId: 'putFile',
  summary: 'Upload a file under its SHA-256; again it stays as it is',
  tag: TAG,
  permission: 'signed-in',
  params: fileParams,
  upload: true,
  answers: {
    201: { description: 'Stored', schema: storedFile },
    200: { description: 'It was there already', schema: storedFile },
  },
  problems: [
    'file-too-large',
    'hash-mismatch',
    'length-mismatch',
    'length-required',
    'type-not-allowed',
    'type-mismatch',
    'archive-too-large',
  ],
  handle: async (input, deps) => {
    const { request, params } = input;
    const length = request.headers['content-length'];
    const result = await deps.files.put(request, {
      sha256: params.sha256,
      contentLength: length === undefined ? undefined : Number(length),
      contentType: request.headers['content-type'],
      personId: personOf(input).id,
    });
    if (result.kind === 'refused') {
      // What has not been read would otherwise be taken for the next request.
      const headers = request.complete ? {} : { Connection: 'close' };
      throw new ProblemError(result.code, { params: result.params, headers });
    }
    const status = result.kind === 'stored' ? 201 : 200;
    return { status, body: { sha256: params.sha256, status: result.kind } };
  },
});

const getFile = route({
  method: 'get',
  path: '/v1/files/{sha256}',
  operationId: 'getFile',
  summary: 'Download a file that was handed in where one may look, or that one uploaded',
  tag: TAG,
  permission: 'signed-in',
  params: fileParams,
  query: fileQuery,
  answers: {
    200: { description: 'The bytes, as an attachment', type: 'application/octet-stream' },
  },
  handle: async (input, deps) => {
    const person = personOf(input);
    const reader = { personId: person.id, administrator: isAdministrator(person) };
    const { sha256 } = input.params;
    const mayRead = await deps.files.mayRead(reader, sha256);
    const file = mayRead ? await deps.files.open(sha256) : null;
    if (file === null) throw new ProblemError('not-found');
    return {
      status: 200,
      content: { type: file.type, data: file.stream },
      headers: {
        'Content-Length': String(file.size),
        'Content-Disposition': attachment(input.query.name ?? sha256),
        'Content-Security-Policy': "sandbox; default-src 'none'",
      },
    };
  },
});

export const fileRoutes: readonly Route[] = [putFile, getFile];

/** RFC 6266: an ASCII name for old readers, the real one in UTF-8. */
function attachment(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%/;]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
