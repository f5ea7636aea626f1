/** Makes sure that a Temporal server of someone else's answers and knows the search attributes. */
import { Connection } from '@temporalio/client';
import { StartupError } from './startup-error.ts';
import { SEARCH_ATTRIBUTES } from './temporal-search-attributes.ts';

const CONNECT_MS = 5_000;

/** The kinds of a search attribute as Temporal numbers them (temporal.api.enums.v1.IndexedValueType). */
const ATTRIBUTE_TYPES = { Keyword: 2, Int: 3, Bool: 5, Datetime: 6 } as const;

/** @throws StartupError naming what is missing. */
export async function prepareTemporal(address: string, namespace: string): Promise<void> {
  const connection = await connect(address);
  try {
    await requireNamespace(connection, address, namespace);
    await registerAttributes(connection, namespace);
  } finally {
    await connection.close();
  }
}

async function connect(address: string): Promise<Connection> {
  try {
    return await Connection.connect({ address, connectTimeout: CONNECT_MS });
  } catch (cause) {
    throw new StartupError(
      `No Temporal server answers at ${address}; check TEMPORAL_ADDRESS, or unset it to let Milepost start one.`,
      { cause },
    );
  }
}

async function requireNamespace(
  connection: Connection,
  address: string,
  namespace: string,
): Promise<void> {
  try {
    await connection.workflowService.describeNamespace({ namespace });
  } catch (cause) {
    throw new StartupError(
      `The Temporal server at ${address} has no namespace ${namespace}; create it or set TEMPORAL_NAMESPACE.`,
      { cause },
    );
  }
}

async function registerAttributes(connection: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => !(name in customAttributes));
  if (missing.length === 0) return;
  const searchAttributes = Object.fromEntries(
    missing.map(([name, type]) => [name, ATTRIBUTE_TYPES[type]]),
  );
  try {
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  } catch (cause) {
    throw new StartupError(
      `The Temporal server lacks the search attributes ${missing.map(([name]) => name).join(', ')} and they could not be added.`,
      { cause },
    );
  }
}
