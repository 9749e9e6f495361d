import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nameFor, readPicks, writePicks } from '../../main/frontend/designer/features/request/picks.js';

describe('What is kept of an answer', () => {
  test('is read and written as the engine reads it', () => {
    const text =
      'price = body.items[1].price | number | order\n' +
      'odd = body."a=b|\\"c\\"" | text | other | maybe\n' +
      'not readable';
    const picks = readPicks(text);
    assert.deepEqual(picks[0], {
      name: 'price',
      path: 'body.items[1].price',
      type: 'number',
      category: 'order',
      maybe: false,
    });
    assert.equal(picks[1].path, 'body."a=b|\\"c\\""');
    assert.equal(picks[1].maybe, true);
    assert.deepEqual(picks[2], { line: 'not readable' });
    assert.equal(writePicks(picks), text);
    assert.equal(readPicks('x = body | any')[0].category, 'other');
    assert.deepEqual(readPicks(undefined), []);
  });

  test('stays one line, also while its name is not written yet', () => {
    const fresh = { name: '', path: 'body.', type: 'text', category: 'other', maybe: false };
    assert.deepEqual(readPicks(writePicks([fresh])), [fresh]);
    assert.equal(readPicks(writePicks([{ ...fresh, name: 'a=b|"c' }]))[0].name, 'abc');
  });

  test('is called as its field, by a name that nothing has', () => {
    assert.equal(nameFor('body.items[1].price', []), 'price');
    assert.equal(nameFor('body.items[1]', ['items', 'items2']), 'items3');
    assert.equal(nameFor('body."first-name"', []), 'first_name');
    assert.equal(nameFor('body."2nd"', []), '_2nd');
    assert.equal(nameFor('body.answer', []), '_answer');
    assert.equal(nameFor('body', []), 'value');
    assert.equal(nameFor('status', []), 'status');
    assert.equal(nameFor('body."日本"', []), '日本');
  });
});
