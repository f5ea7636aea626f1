/** What a search finds, in either language whatever the page's is. */

interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Every word that was typed is somewhere in the texts. */
export function matches(search: string, texts: readonly (Text | string)[]): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const where = texts
    .flatMap((text) => (typeof text === 'string' ? [text] : [text.zh, text.en]))
    .join('\n')
    .toLowerCase();
  return words.every((word) => where.includes(word));
}
