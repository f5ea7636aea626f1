/** The stream of changes, held open while the page is looked at; a hidden page reads everything again when it is shown. */

export type Connection = 'off' | 'connecting' | 'live' | 'lost';

export interface ConnectionEvents {
  /** Ids of programmes that have changed. */
  readonly onProgrammes: (ids: readonly string[]) => void;
  /** Whatever happened in between was missed. */
  readonly onReturn: () => void;
  /** The stream was refused: the session may be over. */
  readonly onRefused: () => void;
}

export interface ConnectionStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => Connection;
  /** Returns how to end it. */
  readonly start: (events: ConnectionEvents) => () => void;
}

const ADDRESS = '/v1/changes';
/** The browser tries again by itself unless it was answered with an error. */
const RETRY_MS = 3000;

export function createConnection(): ConnectionStore {
  const listeners = new Set<() => void>();
  let state: Connection = 'off';
  const become = (next: Connection): void => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current: () => state,
    start: (events) => keepOpen(events, become),
  };
}

function keepOpen(events: ConnectionEvents, become: (next: Connection) => void): () => void {
  let source: EventSource | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let wasAway = false;
  const open = (): void => {
    become('connecting');
    source = new EventSource(ADDRESS);
    source.addEventListener('open', () => {
      become('live');
      if (wasAway) events.onReturn();
      wasAway = false;
    });
    source.addEventListener('programmes', (event: MessageEvent<string>) => {
      events.onProgrammes(JSON.parse(event.data) as readonly string[]); // ids, by the API's document
    });
    source.addEventListener('error', () => {
      wasAway = true;
      become('lost');
      if (source?.readyState !== EventSource.CLOSED) return;
      source = null;
      retry = setTimeout(look, RETRY_MS);
      events.onRefused();
    });
  };
  const close = (): void => {
    clearTimeout(retry);
    source?.close();
    source = null;
    wasAway = true;
  };
  const look = (): void => {
    clearTimeout(retry);
    if (document.hidden) close();
    else if (!navigator.onLine) {
      // An open stream does not notice by itself that the network has gone.
      close();
      become('lost');
    } else if (source === null) open();
  };
  look();
  document.addEventListener('visibilitychange', look);
  window.addEventListener('online', look);
  window.addEventListener('offline', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('online', look);
    window.removeEventListener('offline', look);
    close();
    become('off');
  };
}
