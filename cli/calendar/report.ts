/** What a preview and a publication look like on the terminal, in both languages. */
export interface PreviewShown {
  readonly onVersion: number;
  readonly horizonBefore: string;
  readonly horizonAfter: string;
  readonly examined: number;
  readonly affected: number;
  readonly truncated: boolean;
  readonly programmes: readonly {
    readonly programmeId: string;
    readonly title: string;
    readonly changes: readonly {
      readonly phase: string;
      readonly dueOnBefore: string;
      readonly dueOnAfter: string;
    }[];
    readonly answers: readonly {
      readonly phase: string;
      readonly rung: string;
      readonly answerDueOnBefore: string;
      readonly answerDueOnAfter: string;
    }[];
    readonly confirmed: readonly string[];
    readonly moments: readonly {
      readonly phase: string;
      readonly kind: string;
      readonly rung?: string;
      readonly workdaysBefore?: number;
      readonly before: string | null;
      readonly after: string | null;
    }[];
    readonly momentCount: number;
  }[];
}

export function previewLines(preview: PreviewShown): readonly string[] {
  const { examined, affected, horizonBefore, horizonAfter, truncated } = preview;
  return [
    `查看 ${examined} 个方案，涉及 ${affected} 个；公布至 ${horizonBefore} → ${horizonAfter} · looked at ${examined} programmes, ${affected} affected; published through ${horizonBefore} → ${horizonAfter}`,
    ...preview.programmes.flatMap((programme) => [
      `${programme.programmeId} ${programme.title}`,
      ...programme.changes.map(
        ({ phase, dueOnBefore, dueOnAfter }) =>
          `  ${phase}: 截止 due ${dueOnBefore} → ${dueOnAfter}`,
      ),
      ...programme.answers.map(
        ({ phase, rung, answerDueOnBefore, answerDueOnAfter }) =>
          `  ${phase} ${rung}: 答复 answer ${answerDueOnBefore} → ${answerDueOnAfter}`,
      ),
      ...programme.confirmed.map((phase) => `  ${phase}: 日期确定 certain now`),
      ...programme.moments.map(momentLine),
      ...(programme.momentCount > programme.moments.length
        ? [`  …… ${programme.momentCount}`]
        : []),
    ]),
    ...(truncated ? ['……其余未列出 · … and more'] : []),
  ];
}

type MomentMoved = PreviewShown['programmes'][number]['moments'][number];

const MOMENT_NAMES: Readonly<Record<string, string>> = {
  remind: '提醒 reminder',
  escalate: '督办 rung',
  lapse: '失效 lapse',
  measure: '测量 measurement',
  missInnerDate: '协办 inner date',
};

function momentLine({ phase, kind, rung, workdaysBefore, before, after }: MomentMoved): string {
  const which = rung ?? workdaysBefore;
  const name = MOMENT_NAMES[kind] ?? kind;
  return `  ${phase}: ${name}${which === undefined ? '' : ` ${which}`} ${before ?? '–'} → ${after ?? '–'}`;
}

export interface PublishedShown {
  readonly key: string;
  readonly version: number;
  readonly horizon: string;
}

export function publishedLine({ key, version, horizon }: PublishedShown): string {
  return `已公布 ${key} 第 ${version} 版，公布至 ${horizon} · published ${key} version ${version}, through ${horizon}`;
}
