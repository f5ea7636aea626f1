/** Where the token of a session travels: a bearer header, or a cookie that scripts cannot read. */
import type { Request } from 'express';

export interface SessionCookie {
  readonly name: string;
  /** The value of Set-Cookie that keeps a token. */
  keep(token: string): string;
  /** The value of Set-Cookie that forgets it. */
  forget(): string;
}

/** Behind https the cookie is bound to the host and never sent in the clear. */
export function createSessionCookie(publicUrl: string | undefined): SessionCookie {
  const secure = publicUrl?.startsWith('https:') === true;
  const name = secure ? '__Host-milepost_session' : 'milepost_session';
  const attributes = `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  return {
    name,
    keep: (token) => `${name}=${token}; ${attributes}`,
    forget: () => `${name}=; ${attributes}; Max-Age=0`,
  };
}

const TOKEN = /^[A-Za-z0-9_-]{20,100}$/;

/** The token of a request; null where there is none or it cannot be one. */
export function tokenOf(request: Request, cookie: SessionCookie): string | null {
  const { authorization } = request.headers;
  const given =
    authorization === undefined
      ? cookieValue(request.headers.cookie, cookie.name)
      : bearerValue(authorization);
  return given !== null && TOKEN.test(given) ? given : null;
}

function bearerValue(header: string): string | null {
  return /^Bearer ([^\s]+)$/i.exec(header)?.[1] ?? null;
}

function cookieValue(header: string | undefined, name: string): string | null {
  const pair = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  return pair === undefined ? null : pair.slice(name.length + 1);
}
