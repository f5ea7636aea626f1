/** Words that no page says: types find a word that is missing, but none that is left over. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from '@jest/globals';
import ts from 'typescript';
import { projectPath } from '../../../platform/paths.ts';
import { zh } from '../../../web/words/zh/index.ts';

interface Words {
  readonly [key: string]: string | Words;
}

/** Each written in full, as `namespace:one.two`. */
function wordsIn(words: Words, lead: string): readonly string[] {
  return Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'string' ? [`${lead}${key}`] : wordsIn(word, `${lead}${key}.`),
  );
}

/** A file of the pages. */
interface Speaker {
  readonly name: string;
  /** From which it takes words; of several only the first, as the others are named with each key. */
  readonly namespaces: ReadonlySet<string>;
  /** Patterns of the keys that it says. */
  readonly keys: readonly string[];
  /** Keys that do not stand where they are said. */
  readonly unknown: readonly string[];
}

function speakerOf(name: string): Speaker {
  const text = readFileSync(projectPath('web', name), 'utf8');
  const namespaces = new Set<string>();
  const keys: string[] = [];
  const unknown: string[] = [];
  const read = (node: ts.Node): void => {
    ts.forEachChild(node, read);
    const namespace = namespaceIn(node);
    if (namespace !== null) namespaces.add(namespace);
    for (const key of keysIn(node)) {
      const pattern = patternOf(key);
      if (pattern === null) unknown.push(`${name}: ${key.getText()}`);
      else keys.push(pattern);
    }
  };
  read(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
  return { name, namespaces, keys, unknown };
}

function namespaceIn(node: ts.Node): string | null {
  if (ts.isTypeReferenceNode(node)) return /^TFunction<'(\w+)'>$/.exec(node.getText())?.[1] ?? null;
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'useTranslation') return null;
  return /\w+/.exec(node.arguments[0]?.getText() ?? '')?.[0] ?? 'common';
}

function keysIn(node: ts.Node): readonly ts.Expression[] {
  if (!ts.isCallExpression(node)) return [];
  const isSaying = /^(\w+\.)?t$|^\(t as /.test(node.expression.getText());
  return isSaying ? node.arguments.slice(0, 1).flatMap(armsOf) : [];
}

function armsOf(key: ts.Expression): readonly ts.Expression[] {
  if (!ts.isConditionalExpression(key)) return [key];
  return [...armsOf(key.whenTrue), ...armsOf(key.whenFalse)];
}

/** What is filled in may be anything. */
function patternOf(key: ts.Expression): string | null {
  if (ts.isStringLiteral(key)) return key.text;
  if (!ts.isTemplateExpression(key)) return null;
  return key.head.text + key.templateSpans.map(({ literal }) => `.+${literal.text}`).join('');
}

const speakers = readdirSync(projectPath('web'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?<!\.d)\.tsx?$/.test(name))
  .map(speakerOf);

/** A file that is handed its words by another takes them from what its folder does. */
function namespacesOf({ name, namespaces }: Speaker): readonly string[] {
  if (namespaces.size > 0) return [...namespaces];
  const beside = speakers.filter((other) => dirname(other.name) === dirname(name));
  return beside.flatMap((other) => [...other.namespaces]);
}

it('are said with keys that stand where they are said', () => {
  expect(speakers.flatMap(({ unknown }) => unknown)).toEqual([]);
});

it('are all said', () => {
  const said = speakers.flatMap((speaker) => {
    const namespaces = namespacesOf(speaker).join('|');
    return speaker.keys.map((key) =>
      key.includes(':') ? new RegExp(`^${key}$`) : new RegExp(`^(${namespaces}):${key}$`),
    );
  });
  const words = Object.entries(zh).flatMap(([namespace, tree]) => wordsIn(tree, `${namespace}:`));
  expect(words.length).toBeGreaterThan(1000);
  expect(words.filter((word) => !said.some((pattern) => pattern.test(word)))).toEqual([]);
});
