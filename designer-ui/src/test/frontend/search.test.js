import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fits, search } from '../../main/frontend/shell/fuzzy.js';

const command = (words, group = 'Go to') => ({ words, group });
const [conversations, connections, theme, session] = [
  command('Conversations'),
  command('Connections'),
  command('Dark or light', 'Look'),
  command('Configuración de sesión'),
];
const all = [conversations, connections, theme, session];

describe('The search', () => {
  test('finds words by letters in their order, without capitals and accents', () => {
    assert.deepEqual(search(all, 'sesion'), [session]);
    assert.deepEqual(search(all, 'CNCT'), [connections]);
    assert.equal(fits('Connections', 'xyz'), null);
  });

  test('shows what begins with the letters first', () => {
    assert.deepEqual(search(all, 'con')[0], connections);
    assert.ok(fits('Open the list', 'ol') > fits('Opelousas', 'ol'), 'begins of words count for more');
    assert.ok(fits('Files', 'file') > fits('Profile', 'file'), 'so does the begin of all');
  });

  test('finds a command by its group too', () => {
    assert.deepEqual(search(all, 'look dark'), [theme]);
  });

  test('shows all in their own order when nothing is typed', () => {
    assert.deepEqual(search(all, '  '), all);
  });
});
