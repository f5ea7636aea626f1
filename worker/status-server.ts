/** Where a worker can be asked whether it serves, and for its figures: /readyz and /metrics, nothing else. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';

export interface StatusServerDeps {
  readonly host: string;
  readonly port: number;
  readonly metrics: Registry;
  readonly isReady: () => boolean;
}

export interface StatusServer {
  readonly port: number;
  close(): Promise<void>;
}

export function startStatusServer(deps: StatusServerDeps): Promise<StatusServer> {
  const server = createServer((request, response) => {
    if (request.url === '/metrics') void writeMetrics(deps.metrics, response);
    else if (request.url === '/readyz') {
      response.writeHead(deps.isReady() ? 200 : 503).end();
    } else response.writeHead(404).end();
  });
  server.headersTimeout = 5_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(deps.port, deps.host, () => {
      const { port } = server.address() as AddressInfo; // a server that listens on a port has one
      resolve({
        port,
        close: () =>
          new Promise<void>((closed) => {
            server.close(() => {
              closed();
            });
            server.closeAllConnections();
          }),
      });
    });
  });
}

async function writeMetrics(metrics: Registry, response: ServerResponse): Promise<void> {
  try {
    const text = await metrics.metrics();
    response.writeHead(200, { 'content-type': metrics.contentType }).end(text);
  } catch {
    response.writeHead(500).end();
  }
}
