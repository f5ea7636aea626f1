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
    ]),
    ...(truncated ? ['……其余未列出 · … and more'] : []),
  ];
}

export interface PublishedShown {
  readonly key: string;
  readonly version: number;
  readonly horizon: string;
}

export function publishedLine({ key, version, horizon }: PublishedShown): string {
  return `已公布 ${key} 第 ${version} 版，公布至 ${horizon} · published ${key} version ${version}, through ${horizon}`;
}
