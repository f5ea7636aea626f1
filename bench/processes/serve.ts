/** The other side of a helper process: answers the questions of the process that started it, and ends with it. */

export interface Question {
  readonly id: number;
  readonly name: string;
  readonly payload: unknown;
}

export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };

/** Payloads are typed by whoever asks; both sides are built together. */
export type Handlers = Readonly<Record<string, (payload: never) => Promise<unknown>>>;

export function serve(handlers: Handlers): void {
  process.on('message', (question: Question) => {
    void answer(handlers, question).then((reply) => process.send?.(reply));
  });
  process.once('disconnect', () => process.exit(0));
  process.send?.({ ready: true });
}

async function answer(handlers: Handlers, { id, name, payload }: Question): Promise<Answer> {
  try {
    const handler = handlers[name];
    if (handler === undefined) throw new Error(`no handler for ${name}`);
    return { id, value: (await handler(payload as never)) ?? null }; // see Handlers
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
