import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const processEnv = {
  selector:
    "MemberExpression[object.name='process'][property.name='env'], ImportDeclaration[source.value=/^(node:)?process$/]",
  message: 'The environment is read once, in platform/config.ts.',
};

const hiddenClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time comes in as data or through a Clock.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time comes in as data or through a Clock.',
  },
];

const localTime = {
  selector:
    'CallExpression[callee.property.name=/^(getHours|getDate|getDay|getMonth|getFullYear|getTimezoneOffset|toLocaleString|toLocaleDateString|toLocaleTimeString)$/]',
  message: "The host's time zone and locale must not decide anything.",
};

const language = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
];

export default tseslint.config(
  {
    ignores: [
      'web/api/schema.d.ts',
      'dist/',
      'coverage/',
      'node_modules/',
      '.milepost/',
      'test-artifacts/',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', 400],
      complexity: ['error', 12],
      'max-params': ['error', 3],
      '@typescript-eslint/max-params': 'off',
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-param-reassign': ['error', { props: false }],
      'no-restricted-syntax': ['error', processEnv, ...language],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['domain/**/*.ts', 'programmes/**/*.ts', 'workflows/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', processEnv, ...language, ...hiddenClock, localTime],
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'Pure code does not know its process.' },
        { name: 'performance', message: 'Time comes in as data.' },
      ],
    },
  },
  {
    files: [
      'engine/**/*.ts',
      'activities/**/*.ts',
      'api/**/*.ts',
      'worker/**/*.ts',
      'notify/**/*.ts',
      'db/**/*.ts',
    ],
    rules: {
      'no-restricted-syntax': ['error', processEnv, ...language, ...hiddenClock],
    },
  },
  {
    files: ['platform/config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...language] },
  },
  {
    files: ['cli/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      'no-restricted-syntax': ['error', processEnv, ...language, localTime],
      // Markup is long by nature; what is worked out stands in functions of its own.
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      // Handlers of events need not be waited for.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', ...language],
    },
  },
);
