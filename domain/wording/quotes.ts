/** Quotation marks within quotation marks. */

/** Single ones within double ones, in Chinese as in English; a title that has marks of its own may so be quoted. */
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
