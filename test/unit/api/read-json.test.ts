import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { MAX_BODY_BYTES, readJson } from '../../../api/http/read-json.ts';
import { ProblemError } from '../../../api/problems.ts';

function requestWith(
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  const bytes = Buffer.from(body);
  request.headers = {
    'content-type': 'application/json',
    'content-length': String(bytes.length),
    ...headers,
  };
  request.push(bytes);
  request.push(null);
  return request;
}

async function refusalOf(request: IncomingMessage): Promise<readonly [string, string | undefined]> {
  try {
    await readJson(request);
  } catch (error) {
    if (error instanceof ProblemError) return [error.code, error.extras.errors?.[0]?.pointer];
    throw error;
  }
  throw new Error('it was taken');
}

describe('reading a JSON body', () => {
  it.each([['{"a":[1,"乡镇",null]}'], ['[]'], ['"x"'], ['0']])('takes %s', async (text) => {
    await expect(readJson(requestWith(text))).resolves.toEqual(JSON.parse(text));
  });

  it('takes the absence of a body', async () => {
    const request = new IncomingMessage(new Socket());
    await expect(readJson(request)).resolves.toBeUndefined();
  });

  it.each([
    ['not JSON', '{a:1}', ''],
    ['cut off', '{"a":', ''],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), ''],
    ['U+0000 in a text', '{"a":{"b":"x\\u0000"}}', '/a/b'],
    ['U+0000 in a key', '{"a\\u0000":1}', '/a\u0000'],
    ['half a surrogate pair', '["\\ud800"]', '/0'],
    ['a number beyond the range', '{"n":1e999}', '/n'],
    ['a key that would reach the prototype', '{"x":{"__proto__":{"admin":true}}}', '/x/__proto__'],
  ])('refuses what is %s', async (_name, body, pointer) => {
    expect(await refusalOf(requestWith(body))).toEqual(['invalid-request', pointer]);
  });

  it('refuses nesting that recursion could not follow', async () => {
    const text = '['.repeat(100_000) + ']'.repeat(100_000);
    expect((await refusalOf(requestWith(text)))[0]).toBe('invalid-request');
  });

  it.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['application/json; charset=gbk'],
    ['application/jsonx'],
    [''],
  ])('refuses the media type %j', async (type) => {
    expect((await refusalOf(requestWith('{}', { 'content-type': type })))[0]).toBe(
      'unsupported-media-type',
    );
  });

  it('refuses a compressed body', async () => {
    expect((await refusalOf(requestWith('{}', { 'content-encoding': 'gzip' })))[0]).toBe(
      'unsupported-media-type',
    );
  });

  it('refuses a body above 1 MiB, whether its length is declared or not', async () => {
    const large = JSON.stringify('x'.repeat(MAX_BODY_BYTES));
    expect((await refusalOf(requestWith(large)))[0]).toBe('body-too-large');
    const chunked = requestWith(large, { 'transfer-encoding': 'chunked' });
    delete chunked.headers['content-length'];
    expect((await refusalOf(chunked))[0]).toBe('body-too-large');
  });
});
