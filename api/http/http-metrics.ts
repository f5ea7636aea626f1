/** How many requests of which route ended how, and how long they took. */
import { Histogram, type Registry } from 'prom-client';

export interface RequestLabels {
  readonly method: string;
  readonly route: string;
  readonly status: number;
}

export interface HttpMetrics {
  observe(labels: RequestLabels, seconds: number): void;
}

export function createHttpMetrics(registry: Registry): HttpMetrics {
  const histogram = new Histogram({
    name: 'milepost_http_request_seconds',
    help: 'Time from the first byte of a request to the last of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  });
  return {
    observe: ({ method, route, status }, seconds) => {
      histogram.observe({ method, route, status: String(status) }, seconds);
    },
  };
}
