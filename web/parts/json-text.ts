/** A JSON object that somebody pastes or chooses as a file. */

export type JsonObject = Readonly<Record<string, unknown>>;

export type ParsedText =
  | { readonly kind: 'object'; readonly value: JsonObject }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-object' }
  | { readonly kind: 'unreadable'; readonly detail: string };

export function parseObject(text: string): ParsedText {
  if (text.trim() === '') return { kind: 'empty' };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return { kind: 'not-object' };
    }
    return { kind: 'object', value: value as JsonObject };
  } catch (error) {
    return { kind: 'unreadable', detail: error instanceof Error ? error.message : '' };
  }
}
