/** The sides of a programme, and which of them it has. */
import type { Programme } from './programme-query.ts';

interface Tab {
  readonly path: string;
  readonly word: 'overview' | 'chart' | 'units' | 'indicators' | 'whatIf' | 'pressure' | 'trail';
  readonly isShown: (programme: Programme) => boolean;
}

const TABS: readonly Tab[] = [
  { path: 'overview', word: 'overview', isShown: () => true },
  { path: 'chart', word: 'chart', isShown: () => true },
  { path: 'units', word: 'units', isShown: ({ rollouts }) => rollouts.length > 0 },
  {
    path: 'indicators',
    word: 'indicators',
    isShown: ({ indicators }) => indicators.length > 0,
  },
  { path: 'what-if', word: 'whatIf', isShown: ({ status }) => status === 'active' },
  { path: 'pressure', word: 'pressure', isShown: () => true },
  { path: 'trail', word: 'trail', isShown: () => true },
];

export function tabsFor(programme: Programme): readonly Tab[] {
  return TABS.filter(({ isShown }) => isShown(programme));
}
