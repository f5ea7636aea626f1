/** Writes the documents that are made of tables and definitions: `docs/openapi.json`, `docs/problems.md` and `docs/papers.md`. */
import { writeFileSync } from 'node:fs';
import { projectPath } from '../platform/paths.ts';
import { createCatalogue } from '../programmes/catalogue.ts';
import { papersMarkdown } from '../programmes/papers.ts';
import { problemsMarkdown } from './problems/markdown.ts';
import { apiDocument } from './routes/all.ts';

writeFileSync(projectPath('docs', 'openapi.json'), `${JSON.stringify(apiDocument(), null, 2)}\n`);
writeFileSync(projectPath('docs', 'problems.md'), problemsMarkdown());
writeFileSync(projectPath('docs', 'papers.md'), papersMarkdown(createCatalogue().list()));
