/** The search attributes that a programme's workflow carries, as every Temporal server that runs it must know them. */

export const SEARCH_ATTRIBUTES = {
  MilepostPhase: 'Keyword',
  MilepostStatus: 'Keyword',
  MilepostOverdue: 'Bool',
  MilepostRung: 'Int',
  MilepostDueAt: 'Datetime',
  MilepostDefinition: 'Keyword',
} as const;
