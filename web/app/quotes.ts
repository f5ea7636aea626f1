/** Quotation marks within quotation marks: single ones within double ones. The server does the same to what it words. */
import type { PostProcessorModule } from 'i18next';

export const nestedQuotes: PostProcessorModule = {
  type: 'postProcessor',
  name: 'nestedQuotes',
  process: nestQuotes,
};

/** A title that has marks of its own may so be quoted. */
export function nestQuotes(text: string): string {
  let depth = 0;
  return text.replace(/[“”]/gu, (mark) => {
    depth += mark === '“' ? 1 : 0;
    const isInner = depth > 0 && depth % 2 === 0;
    depth = mark === '“' ? depth : Math.max(0, depth - 1);
    if (!isInner) return mark;
    return mark === '“' ? '‘' : '’';
  });
}
