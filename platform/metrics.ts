/** A Prometheus registry per process, with the runtime's own figures in it. */
import { collectDefaultMetrics, Registry } from 'prom-client';

/** @param process the part of the system that these figures are of, as a label on each. */
export function createMetrics(process: string): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ process });
  collectDefaultMetrics({ register: registry });
  return registry;
}
