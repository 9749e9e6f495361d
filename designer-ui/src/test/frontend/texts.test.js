import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { boardWords } from '../../main/frontend/designer/decision/board-words.js';
import { wordsOf } from '../../main/frontend/designer/texts.js';
import { textsIn } from './words.js';

describe('The words of the board', () => {
  test('are those that came with its set-up, and the key where there is no such word', () => {
    assert.equal(wordsOf(textsIn('Board'))('close'), 'Close');
    assert.equal(wordsOf(textsIn('Board_pt'))('close'), 'Fechar');
    assert.equal(wordsOf(textsIn('Board'))('no such word'), 'no such word');
  });

  test('take the values they are given, and show the name of one that is missing', () => {
    const words = wordsOf(textsIn('Board'));

    assert.equal(words('length', { n: 0, max: 20 }), '0 of 20');
    assert.equal(words('length', { n: 1 }), '1 of {max}');
  });
});

describe('The words of the tables', () => {
  test('take the values they are given, and are English where there is no other word', () => {
    const {
      translate: [, translate],
    } = boardWords(textsIn('Table_es'));

    assert.equal(translate('Date'), 'Fecha');
    assert.equal(translate('Decision name: '), textsIn('Table_es')['Decision name: ']);
    assert.equal(translate('Never heard { what }', { what: 'of it' }), 'Never heard of it');
  });
});
