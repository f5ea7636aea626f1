import type { Request } from 'express';
import { describe, expect, it } from '@jest/globals';
import { localeOf, type SignedIn } from '../../../api/http/context.ts';
import { decodePair, encodeCursor, pageFrom } from '../../../api/http/cursor.ts';
import { refuseCrossSite } from '../../../api/http/same-site.ts';
import { createSessionCookie, tokenOf } from '../../../api/http/session-token.ts';
import { ProblemError } from '../../../api/problems.ts';

function request(headers: Readonly<Record<string, string>>, method = 'POST'): Request {
  return { headers, method } as unknown as Request; // the functions under test look at nothing else
}

const TOKEN = 'a'.repeat(43);
const english: SignedIn = {
  id: 'p',
  account: 'p',
  name: { zh: '某', en: 'P' },
  locale: 'en',
  roles: [],
  rehearsalOf: null,
};

describe('a request of another site', () => {
  const own = { host: 'milepost.test' };

  it.each([
    ['of the same origin', { ...own, 'sec-fetch-site': 'same-origin' }],
    ['typed by the person', { ...own, 'sec-fetch-site': 'none' }],
    ['with the own Origin', { ...own, origin: 'http://milepost.test' }],
    ['of no browser', own],
    ['with a bearer token', { ...own, 'sec-fetch-site': 'cross-site', authorization: 'Bearer x' }],
  ])('is not one %s', (_name, headers) => {
    expect(() => {
      refuseCrossSite(request(headers), undefined);
    }).not.toThrow();
  });

  it.each([
    ['by Fetch Metadata', { ...own, 'sec-fetch-site': 'cross-site' }],
    ['of a sibling domain', { ...own, 'sec-fetch-site': 'same-site' }],
    ['by Origin', { ...own, origin: 'http://evil.test' }],
    ['of an opaque origin', { ...own, origin: 'null' }],
    ['on another port', { ...own, origin: 'http://milepost.test:81' }],
  ])('is refused %s', (_name, headers) => {
    expect(() => {
      refuseCrossSite(request(headers), undefined);
    }).toThrow(ProblemError);
  });

  it('is judged by the public address where one is known', () => {
    const headers = { host: 'inner', origin: 'https://milepost.example' };
    expect(() => {
      refuseCrossSite(request(headers), 'https://milepost.example/');
    }).not.toThrow();
    expect(() => {
      refuseCrossSite(
        request({ host: 'inner', origin: 'http://inner' }),
        'https://milepost.example',
      );
    }).toThrow(ProblemError);
  });

  it('may look', () => {
    expect(() => {
      refuseCrossSite(request({ 'sec-fetch-site': 'cross-site' }, 'GET'), undefined);
    }).not.toThrow();
  });
});

describe('the token of a session', () => {
  const cookie = createSessionCookie(undefined);

  it('comes from the bearer header first, else from the cookie', () => {
    const headers = { cookie: `a=b; milepost_session=${TOKEN}` };
    expect(tokenOf(request(headers), cookie)).toBe(TOKEN);
    const both = { ...headers, authorization: `Bearer ${'b'.repeat(43)}` };
    expect(tokenOf(request(both), cookie)).toBe('b'.repeat(43));
  });

  it.each([
    [{ authorization: `Basic ${TOKEN}` }],
    [{ authorization: 'Bearer short' }],
    [{ authorization: `Bearer ${TOKEN}'--` }],
    [{ cookie: `xmilepost_session=${TOKEN}` }],
    [{}],
  ])('is absent from %j', (headers) => {
    expect(tokenOf(request(headers as Record<string, string>), cookie)).toBeNull();
  });

  it('is bound to the host and to https where the public address has it', () => {
    const secure = createSessionCookie('https://milepost.example').keep(TOKEN);
    expect(secure).toBe(
      `__Host-milepost_session=${TOKEN}; Path=/; HttpOnly; SameSite=Strict; Secure`,
    );
    expect(cookie.keep(TOKEN)).toBe(`milepost_session=${TOKEN}; Path=/; HttpOnly; SameSite=Strict`);
    expect(cookie.forget()).toContain('Max-Age=0');
  });
});

describe('the language of an answer', () => {
  it.each([
    ['en', null, 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', english, 'zh'],
    ['en-GB;q=0.5, zh-TW', null, 'zh'],
    ['de', null, 'zh'],
    ['de', english, 'en'],
    ['*', english, 'en'],
  ] as const)('for %j is by preference', (header, person, locale) => {
    expect(localeOf(request({ 'accept-language': header }), person)).toBe(locale);
  });

  it('is the person’s own without a preference, else Chinese', () => {
    expect(localeOf(request({}), english)).toBe('en');
    expect(localeOf(request({}), null)).toBe('zh');
  });
});

describe('a cursor', () => {
  it('comes back as it went', () => {
    expect(decodePair(encodeCursor(['2013-09-15T00:00:00.000Z', '村居']))).toEqual([
      '2013-09-15T00:00:00.000Z',
      '村居',
    ]);
    expect(decodePair(undefined)).toBeNull();
  });

  it.each([
    ['x'],
    ['W10'],
    ['eyJhIjoxfQ'],
    [encodeCursor(['one'])],
    [encodeCursor(['a', 'b', 'c'])],
    [encodeCursor(['a', '\u0000'])],
  ])('that nobody gave (%j) is refused', (cursor) => {
    expect(() => decodePair(cursor)).toThrow(ProblemError);
  });

  it('stands at the last row shown, and tells whether more follows', () => {
    const map = { item: (row: string) => row.toUpperCase(), cursor: (row: string) => [row, row] };
    expect(pageFrom(['a', 'b', 'c'], 2, map)).toEqual({
      items: ['A', 'B'],
      page: { endCursor: encodeCursor(['b', 'b']), hasMore: true },
    });
    expect(pageFrom([], 2, map)).toEqual({ items: [], page: { endCursor: null, hasMore: false } });
  });
});
