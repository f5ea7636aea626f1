/** Published definitions in short: the latest version of each, with the versions before it. */
import type { DefinitionRow } from '../reads.ts';

/** @param rows by key, and then by version */
export function definitionsView(rows: readonly DefinitionRow[]): readonly object[] {
  const keys = [...new Set(rows.map(({ key }) => key))];
  return keys.flatMap((key) => {
    const versions = rows.filter((row) => row.key === key).toReversed();
    const [latest] = versions;
    if (latest === undefined) return [];
    const { sha256: _sha256, publishedAt: _publishedAt, ...shown } = latest;
    return [{ ...shown, versions: versions.map(versionView) }];
  });
}

function versionView({ version, sha256, publishedAt, origin }: DefinitionRow): object {
  return { version, sha256, publishedAt, origin };
}
