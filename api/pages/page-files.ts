/** The built pages: files under names that change with their content, and one document for every address of a page. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Express, NextFunction, Request, RequestHandler, Response } from 'express';
import gzipStatic from 'express-static-gzip';
import { contextOf } from '../http/context.ts';

/** As the build leaves it in the document; see web/vite.config.ts. */
const NONCE_PLACEHOLDER = '__MILEPOST_NONCE__';
const NONCE_BYTES = 16;
const YEAR_SECONDS = 31_536_000;
const DAY_SECONDS = 86_400;

/** What lies beside the document. */
const PICTURE = /^\/[\w-]+\.svg$/;

/** First parts of addresses that are the API's own, whatever a browser would accept. */
const NOT_PAGES = new Set(['v1', 'assets', 'problems', 'livez', 'readyz', 'metrics']);

export interface Pages {
  readonly directory: string;
  /** The document with the placeholder in it. */
  readonly document: string;
}

/** Null where the pages were not built: the API serves without them. */
export function findPages(directory: string): Pages | null {
  const path = join(directory, 'index.html');
  return existsSync(path) ? { directory, document: readFileSync(path, 'utf8') } : null;
}

/** After the routes of the API and before its `not-found`. */
export function mountPages(app: Express, pages: Pages): void {
  const assets = filesOf(join(pages.directory, 'assets'), `${YEAR_SECONDS}, immutable`);
  const others = filesOf(pages.directory, String(DAY_SECONDS));
  app.use('/assets', assets);
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      next();
      return;
    }
    if (isPage(request)) {
      contextOf(response).route = 'page';
      sendDocument(pages.document, response);
      return;
    }
    // The document itself is only ever sent with a nonce.
    if (PICTURE.test(request.path)) others(request, response, next);
    else next();
  });
}

/** Files as they lie compressed beside each other; one that has gone is passed on as not found. */
function filesOf(directory: string, maxAge: string): RequestHandler {
  return gzipStatic(directory, {
    enableBrotli: true,
    orderPreference: ['br', 'gzip'],
    index: false,
    serveStatic: {
      index: false,
      redirect: false,
      cacheControl: false,
      setHeaders: (response) => {
        response.setHeader('Cache-Control', `public, max-age=${maxAge}`);
      },
    },
  });
}

/** What a browser asks for when somebody opens an address. */
function isPage({ path, headers }: Request): boolean {
  const [, first = ''] = path.split('/');
  if (path === '/') return true;
  if (NOT_PAGES.has(first) || /\.\w+$/.test(path)) return false;
  return headers.accept?.includes('text/html') === true;
}

function sendDocument(document: string, response: Response): void {
  const nonce = randomBytes(NONCE_BYTES).toString('base64');
  response.setHeader('Content-Security-Policy', policyWith(nonce));
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(document.replaceAll(NONCE_PLACEHOLDER, nonce));
}

/** Own files, and styles that the widgets write at run time; pictures and previews also from memory. */
function policyWith(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    'frame-src blob:',
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
