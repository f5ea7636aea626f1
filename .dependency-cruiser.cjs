/** The import table of the architecture as rules: who may know whom. */

const FOLDERS = [
  'domain',
  'programmes',
  'engine',
  'db',
  'workflows',
  'activities',
  'api',
  'worker',
  'notify',
  'web',
  'platform',
  'cli',
  'bench',
  'test',
];

/** Folders of the project that each folder may import, besides itself. */
const MAY_IMPORT = {
  domain: [],
  programmes: ['domain'],
  engine: ['domain', 'programmes', 'db', 'platform'],
  db: ['domain', 'platform'],
  activities: ['engine', 'notify', 'platform', 'domain'],
  api: ['engine', 'db/read-models', 'domain', 'programmes', 'platform'],
  worker: ['activities', 'workflows', 'db/outbox', 'platform', 'domain'],
  notify: ['platform', 'db'],
  web: [],
  platform: ['workflows/messages'],
};

/** The places where the parts are put together; they may know every part. */
const COMPOSITION_ROOTS = '^(api/server|worker/main)\\.ts$';

function only(folder, targets) {
  const others = FOLDERS.filter((name) => name !== folder && !targets.includes(name));
  const partly = targets.filter((target) => target.includes('/'));
  return {
    name: `${folder}-imports`,
    severity: 'error',
    comment: `${folder} may import ${[folder, ...targets].join(', ')} and no other folder.`,
    from: { path: `^${folder}/`, pathNot: COMPOSITION_ROOTS },
    to: {
      path: `^(${others.join('|')})/`,
      ...(partly.length > 0 && { pathNot: `^(${partly.join('|')})(/|\\.)` }),
    },
  };
}

/** Types leave no trace in the bundle. */
const workflowsKnowTypesOnly = {
  name: 'workflows-imports',
  severity: 'error',
  comment: 'workflows may import types of activities and no other folder.',
  from: { path: '^workflows/' },
  to: {
    path: `^(${FOLDERS.filter((name) => name !== 'workflows').join('|')})/`,
    dependencyTypesNot: ['type-only'],
  },
};

function noPackage(folder, packages, comment) {
  return {
    name: `${folder}-packages`,
    severity: 'error',
    comment,
    from: { path: `^${folder}/` },
    to: { path: `node_modules/(${packages.join('|')})(/|$)` },
  };
}

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-tests-in-product',
      severity: 'error',
      from: { pathNot: '^(test|bench)/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-dev-packages-in-product',
      severity: 'error',
      from: {
        path: `^(${FOLDERS.filter((name) => !['test', 'bench', 'web'].includes(name)).join('|')})/`,
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    ...Object.entries(MAY_IMPORT).map(([folder, targets]) => only(folder, targets)),
    workflowsKnowTypesOnly,
    ...[
      { part: 'calendar', from: '^domain/calendar/', except: 'node_modules/temporal-polyfill/' },
      { part: 'audit', from: '^domain/audit/', except: '^(node:)?crypto$' },
      { part: 'rules', from: '^domain/(?!calendar/|audit/)', except: '^$' },
    ].map(({ part, from, except }) => ({
      name: `domain-is-pure-${part}`,
      severity: 'error',
      comment:
        'No npm package and no part of Node; a date library in calendar/, hashing in audit/.',
      from: { path: from },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg'],
        pathNot: except,
      },
    })),
    {
      name: 'programmes-packages',
      severity: 'error',
      comment: 'Of npm only zod and the JSON Schema validator.',
      from: { path: '^programmes/' },
      to: { path: 'node_modules/(?!zod/|ajv/)' },
    },
    noPackage('engine', ['express', '@temporalio'], 'The engine knows neither HTTP nor Temporal.'),
    noPackage('db', ['express', '@temporalio'], 'The database knows neither HTTP nor Temporal.'),
    noPackage('activities', ['express', 'pg'], 'Activities act through the door.'),
    noPackage('api', ['@temporalio/worker', 'pg'], 'The API writes no SQL and runs no workflow.'),
    noPackage('notify', ['express', '@temporalio'], 'Channels know neither HTTP nor Temporal.'),
    noPackage('worker', ['express'], 'The worker serves no HTTP application.'),
    {
      name: 'workflows-packages',
      severity: 'error',
      comment: 'A workflow bundle holds the SDK and nothing else; of activities only their types.',
      from: { path: '^workflows/' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-no-pkg'],
        pathNot: 'node_modules/@temporalio/(workflow|common)/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|\\.milepost|test-artifacts)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
