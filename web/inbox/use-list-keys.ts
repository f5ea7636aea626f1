/** Moving through the items of the inbox by keyboard, unless somebody is writing. */
import { useEffect, useEffectEvent } from 'react';

export interface ListKeys {
  readonly onHelp: () => void;
}

const NEXT = new Set(['j', 'ArrowDown']);
const PREVIOUS = new Set(['k', 'ArrowUp']);

export function useListKeys({ onHelp }: ListKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isElsewhere(event)) return;
    if (event.key === '?') onHelp();
    else if (event.key === 'x') pick();
    else if (NEXT.has(event.key)) move(1);
    else if (PREVIOUS.has(event.key)) move(-1);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** In a field the letters are text, in a menu the arrows are its own, and on top of a dialog there is no list. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const { target } = event;
  if (!(target instanceof Element)) return false;
  const isField = target.matches('select, textarea, input:not([type="checkbox"])');
  return isField || document.querySelector('dialog[open]') !== null;
}

function items(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-inbox-item]')];
}

/** From the row with the focus; from elsewhere to the first. */
function move(by: 1 | -1): void {
  const all = items();
  const row = document.activeElement?.closest('tr') ?? null;
  const at = row === null ? -1 : all.findIndex((item) => row.contains(item));
  const next = at < 0 ? all[0] : all[at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function pick(): void {
  const row = document.activeElement?.closest('tr');
  row?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
}
