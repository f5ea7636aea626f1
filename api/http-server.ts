/** An HTTP server with deadlines that stops without dropping what it has accepted. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartupError } from '../platform/startup-error.ts';

const HEADERS_MS = 15_000;
/** Long enough for an upload; the reader of JSON bodies has a deadline of its own. */
const REQUEST_MS = 10 * 60_000;
const KEEP_ALIVE_MS = 65_000;
const DRAIN_MS = 15_000;

export interface HttpServerSettings {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** How long requests under way may take once the server closes. */
  readonly drainMs?: number;
}

export interface HttpServer {
  readonly port: number;
  /** Accepts nothing more and resolves when all that was accepted is answered, or the drain is over. */
  close(): Promise<void>;
}

/** @throws StartupError when the port is taken or not allowed. */
export async function startHttpServer(
  handler: RequestListener,
  settings: HttpServerSettings,
): Promise<HttpServer> {
  let closing = false;
  const server = createServer((request, response) => {
    if (closing) response.setHeader('Connection', 'close');
    handler(request, response);
  });
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await listen(server, settings);
  const { port } = server.address() as AddressInfo; // a server that listens on a port has one
  return {
    port,
    close: () => {
      closing = true;
      return drain(server, settings.drainMs ?? DRAIN_MS);
    },
  };
}

type Server = ReturnType<typeof createServer>;

function listen(server: Server, { host, port }: HttpServerSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(asStartupError(error, port));
    });
    server.listen(port, host, resolve);
  });
}

function asStartupError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartupError(`Port ${port} is taken by another program; set PORT to a free one.`);
  }
  if (error.code === 'EACCES') {
    return new StartupError(`Port ${port} may not be used by this account; set PORT to another.`);
  }
  return error;
}

function drain(server: Server, drainMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      server.closeAllConnections();
    }, drainMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
