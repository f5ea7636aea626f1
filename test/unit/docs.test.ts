/** Holds the documents to the code they describe: links, paths, commands, configuration, metrics, words. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectPath } from '../../platform/paths.ts';
import {
  codeSpans,
  filesBelow,
  headingsOf,
  linksOf,
  read,
  slugOf,
  tableRows,
  withoutCode,
} from '../support/documents.ts';

const READMES = ['README.md', 'README.zh-CN.md'] as const;
const DOCUMENTS = [
  ...READMES,
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  ...filesBelow('docs').filter((path) => path.endsWith('.md')),
];
const CODE_FOLDERS = [
  ...['activities', 'api', 'cli', 'db', 'domain', 'engine'],
  ...['notify', 'platform', 'programmes', 'worker', 'workflows'],
];
const SOURCES = CODE_FOLDERS.flatMap(filesBelow)
  .filter((path) => /\.(ts|sql)$/.test(path))
  .map(read);
const CODE = SOURCES.join('\n');

describe.each(DOCUMENTS)('%s', (document) => {
  const text = read(document);

  test('has no link that leads nowhere', () => {
    const broken = linksOf(text).filter((link) => !resolves(document, link));
    expect(broken).toEqual([]);
  });

  test('names no path that is not there', () => {
    const gone = pathsOf(text).filter((path) => !existsSync(projectPath(sourceOf(path))));
    expect(gone).toEqual([]);
  });

  test('names no npm script that is not there', () => {
    const named = [...text.matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !npmScripts().includes(name))).toEqual([]);
  });
});

describe.each(READMES)('the configuration table of %s', (readme) => {
  test('lists every variable once and no other', () => {
    const listed = tableRows(read(readme)).flatMap(
      ([first = '']) => /^`([A-Z][A-Z0-9_]+)`$/.exec(first)?.[1] ?? [],
    );
    expect(listed.toSorted()).toEqual(configurationVariables().toSorted());
  });

  test('gives the defaults of the code', () => {
    const stated = new Map(tableRows(read(readme)).map(([name = '', value = '']) => [name, value]));
    const wrong = [...configurationDefaults()].filter(
      ([name, value]) => stated.get(`\`${name}\``) !== `\`${value}\``,
    );
    expect(wrong).toEqual([]);
  });
});

test('both READMEs have the same headings, code and rows', () => {
  const [english, chinese] = READMES.map((path) => shapeOf(read(path)));
  expect(chinese).toEqual(english);
});

test('the operations page lists every metric and no other', () => {
  const exported = SOURCES.filter((source) => source.includes("from 'prom-client'")).flatMap(
    (source) => [...source.matchAll(/\bname: '(milepost_\w+)'/g)].map((match) => match[1] ?? ''),
  );
  const listed = tableRows(read('docs/operations.md')).flatMap(
    ([first = '']) => /^`(milepost_\w+)`$/.exec(first)?.[1] ?? [],
  );
  const roles = ['milepost_app'];
  expect(listed.filter((name) => !roles.includes(name)).toSorted()).toEqual(exported.toSorted());
});

describe('the domain language', () => {
  const rows = tableRows(read('docs/domain-language.md')).filter(([word]) => word !== 'word');

  test('has each word once', () => {
    const words = rows.map(([word = '']) => word);
    expect(words).toEqual([...new Set(words)]);
  });

  test('names each word in Chinese and in the code', () => {
    const lacking = rows.filter(([, chinese = '', , name = '']) => {
      return !/\p{Script=Han}/u.test(chinese) || !name.includes('`');
    });
    expect(lacking).toEqual([]);
  });

  test('claims no name that the code does not have', () => {
    const claimed = rows.flatMap(([, , , name = '']) => codeSpans(name));
    expect(claimed.filter((name) => !new RegExp(`\\b${name}\\b`).test(CODE))).toEqual([]);
  });
});

test('no decision is longer than a page or missing from the list', () => {
  const decisions = readdirSync(projectPath('docs/adr')).filter((name) => /^\d{4}-/.test(name));
  const list = read('docs/adr/README.md');
  const wrong = decisions.filter((name) => {
    const isLong = read(`docs/adr/${name}`).trimEnd().split('\n').length > 40;
    return isLong || !list.includes(`(${name})`);
  });
  expect(wrong).toEqual([]);
});

function environmentSchema(): string {
  return /const environmentSchema = [\s\S]*?^\}\);$/m.exec(read('platform/config.ts'))?.[0] ?? '';
}

function configurationVariables(): readonly string[] {
  return [...environmentSchema().matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(
    (match) => match[1] ?? '',
  );
}

/** Variables whose default stands in the schema; a number may stand there as a product. */
function configurationDefaults(): ReadonlyMap<string, string> {
  const lines = environmentSchema().split(/^ {2}(?=[A-Z])/m);
  return new Map(
    lines.flatMap((line) => {
      const found = /^([A-Z][A-Z0-9_]+):[\s\S]*\.default\((.+)\),$/m.exec(line);
      const [, name = '', written = ''] = found ?? [];
      return found === null ? [] : [[name, valueOf(written)] as const];
    }),
  );
}

function valueOf(written: string): string {
  if (written.startsWith("'")) return written.slice(1, -1);
  const factors = written
    .replaceAll('MEBIBYTE', '1048576')
    .replaceAll('_', '')
    .split('*')
    .map(Number);
  return String(factors.reduce((product, factor) => product * factor, 1));
}

function npmScripts(): readonly string[] {
  const parsed: unknown = JSON.parse(read('package.json'));
  const { scripts } = parsed as { scripts: Record<string, string> }; // our own file, which npm has read already
  return Object.keys(scripts);
}

function resolves(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? document : join(dirname(document), path);
  if (!existsSync(projectPath(target))) return false;
  return (
    anchor === undefined || headingsOf(read(target)).some(({ title }) => slugOf(title) === anchor)
  );
}

/** Paths of this repository in code spans, placeholders left out. */
function pathsOf(text: string): readonly string[] {
  const folders = [...CODE_FOLDERS, 'dist', 'docs', 'test'].join('|');
  const path = new RegExp(`^(${folders})/[\\w./-]*$`);
  return codeSpans(withoutCode(text)).filter((span) => path.test(span));
}

/** What the build puts into dist/ is looked for where it comes from. */
function sourceOf(path: string): string {
  return path.replace(/^dist\/(.+)\.js$/, '$1.ts').replace(/^dist\/$/, '');
}

/** What must be alike in both languages: levels of headings, code blocks but for diagrams, first cells of the folder and configuration tables. */
function shapeOf(text: string): unknown {
  return {
    headings: headingsOf(text).map(({ level }) => level),
    code: [...text.matchAll(/^```(?!mermaid)[\s\S]*?^```$/gm)].map(([block]) => block),
    rows: tableRows(text).length,
  };
}
