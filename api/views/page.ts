/** Plain pages in both languages, without scripts, that the API serves itself. */
import { createHash } from 'node:crypto';
import type { Localised } from '../../domain/definition/types.ts';
import type { ProblemText } from '../problems/problem-text.ts';

const STYLE =
  'body{font:16px/1.7 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem;color:#1b2733;background:#fff}' +
  'h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}code{background:#eef1f4;padding:.1em .3em;border-radius:3px}a{color:#0b5cab}.en{color:#465562}';

/** Source expression that lets the pages' own style through the content security policy. */
export const PAGE_STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

export function problemPage(code: string, text: ProblemText): string {
  return page(
    { zh: text.title.zh, en: text.title.en },
    [
      `<p><code>${escapeHtml(code)}</code> · HTTP ${String(text.status)}</p>`,
      both(text.detail),
      '<h2>怎么办 <span class="en" lang="en">What to do</span></h2>',
      both(text.remedy),
      '<p><a href="/problems">全部问题代码 <span lang="en">All codes</span></a></p>',
    ].join('\n'),
  );
}

export function problemIndexPage(problems: readonly (readonly [string, ProblemText])[]): string {
  const items = problems.map(
    ([code, text]) =>
      `<li><a href="/problems/${escapeHtml(code)}"><code>${escapeHtml(code)}</code></a> ${escapeHtml(text.title.zh)} <span class="en" lang="en">${escapeHtml(text.title.en)}</span></li>`,
  );
  return page({ zh: '问题代码', en: 'Problem codes' }, `<ul>\n${items.join('\n')}\n</ul>`);
}

function both(text: Localised): string {
  return `<p>${escapeHtml(text.zh)}</p>\n<p class="en" lang="en">${escapeHtml(text.en)}</p>`;
}

function page(title: Localised, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title.zh)} · ${escapeHtml(title.en)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title.zh)} <span class="en" lang="en">${escapeHtml(title.en)}</span></h1>
${body}
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
