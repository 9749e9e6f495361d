import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { choicesOf } from '../../main/frontend/designer/features/blocks/Blocks.js';
import { longestOf } from '../../main/frontend/designer/features/properties/answers.js';
import {
  count,
  lengths,
  parts,
  readRows,
  writeRows,
} from '../../main/frontend/designer/features/properties/lengths.js';
import { isLink, sizeOf } from '../../main/frontend/designer/features/media/Files.js';

/** A block with parameters of these kinds, by name. */
const block = (kinds) => ({ parameters: Object.entries(kinds).map(([name, kind]) => ({ name, kind })) });

describe('A text', () => {
  test('is as long as it has characters, whatever they take in memory', () => {
    assert.equal(count('añ👍'), 3);
  });

  test('has parts as written and parts that are inserted', () => {
    assert.deepEqual(parts('Hi {{ contact.name }}!{{today}}'), [
      { text: 'Hi ' },
      { feel: 'contact.name' },
      { text: '!' },
      { feel: 'today' },
    ]);
  });

  test('is at worst as long as the longest values make it', () => {
    const answers = [{ name: 'drink', from: 'Ask', choices: ['Tea', 'Coffee 👍'] }];

    assert.deepEqual(
      lengths('Hi {{drink}} {{today}} 👍', (feel) => longestOf(feel, answers)),
      { least: 6, worst: 6 + 8 + 10 },
    );
    assert.equal(longestOf('anything', answers), 4096);
  });
});

describe('The rows of a list', () => {
  const rows = [
    { section: 'Hot' },
    { title: 'Tea {{a | b}}', description: 'with milk' },
    { title: 'Coffee', description: '' },
  ];

  test('are read as an author writes them, a bar inside braces being no border', () => {
    assert.deepEqual(readRows('# Hot\r\n\n Tea {{a | b}} | with milk \nCoffee'), rows);
  });

  test('are read again as they were written', () => {
    assert.deepEqual(readRows(writeRows(rows)), rows);
  });

  test('offer their titles, as buttons offer their texts', () => {
    assert.deepEqual(choicesOf(block({ rows: 'ROWS' }), { rows: '# Hot\nTea | green\nCoffee' }), ['Tea', 'Coffee']);
    assert.deepEqual(
      choicesOf(block({ one: 'BUTTON', two: 'BUTTON', three: 'BUTTON' }), { one: 'Yes', two: '', three: 'No' }),
      ['Yes', 'No'],
    );
  });
});

describe('A file', () => {
  test('has a size as people say it', () => {
    assert.deepEqual([1, 2048, 1048575, 1572864].map(sizeOf), ['1 KB', '2 KB', '1024 KB', '1.5 MB']);
  });

  test('is a link only with the begin of one', () => {
    assert.deepEqual(['https://a.b/c', 'HTTP://a', 'f81d4fae-7dec', '', undefined].map(isLink), [
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
