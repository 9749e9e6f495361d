import js from '@eslint/js';
import globals from 'globals';

const NEWEST = { ecmaVersion: 'latest', sourceType: 'module' };

export default [
  { ignores: ['src/main/frontend/generated/**', 'target/**'] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    rules: {
      curly: 'error',
      eqeqeq: 'error',
      'no-implicit-globals': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['src/main/frontend/**/*.js'], languageOptions: { ...NEWEST, globals: globals.browser } },
  {
    files: ['src/test/frontend/**/*.js'],
    languageOptions: { ...NEWEST, globals: { ...globals.node, ...globals.browser } },
  },
];
