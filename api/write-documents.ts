/** Writes the documents that are made of the API's tables: `docs/openapi.json` and `docs/problems.md`. */
import { writeFileSync } from 'node:fs';
import { projectPath } from '../platform/paths.ts';
import { problemsMarkdown } from './problems/markdown.ts';
import { apiDocument } from './routes/all.ts';

writeFileSync(projectPath('docs', 'openapi.json'), `${JSON.stringify(apiDocument(), null, 2)}\n`);
writeFileSync(projectPath('docs', 'problems.md'), problemsMarkdown());
