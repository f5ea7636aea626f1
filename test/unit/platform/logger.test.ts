import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { blankUrlSecrets, createLogger, type Logger } from '../../../platform/logger.ts';

function capture(): { readonly log: Logger; readonly lines: () => readonly string[] } {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  return { log: createLogger({ name: 'test', level: 'info', destination }), lines: () => lines };
}

describe('the log', () => {
  it.each([
    { password: 'hunter2' },
    { body: { token: 'hunter2' } },
    { req: { headers: { authorization: 'hunter2', cookie: 'hunter2' } } },
  ])('never holds a secret: %o', (fields) => {
    const { log, lines } = capture();
    log.info(fields, 'signed in');
    expect(lines().join('')).toContain('[redacted]');
    expect(lines().join('')).not.toContain('hunter2');
  });

  it('blanks a password in the address that an error quotes', () => {
    const { log, lines } = capture();
    log.error({ err: new Error('no route to postgres://app:hunter2@db:5432/x') }, 'failed');
    expect(lines().join('')).not.toContain('hunter2');
  });

  it('keeps the rest of an address', () => {
    expect(blankUrlSecrets('smtp://me:pw@mail.example:25')).toBe(
      'smtp://me:[redacted]@mail.example:25',
    );
    expect(blankUrlSecrets('http://plain.example/a:b@c')).toBe('http://plain.example/a:b@c');
  });
});
