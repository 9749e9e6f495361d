import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { OPERATORS, format, parse } from '../../main/frontend/designer/features/conditions/feel.js';
import { plainCondition } from '../../main/frontend/designer/features/conditions/plain.js';
import { wordsOf } from '../../main/frontend/designer/texts.js';
import { textsIn } from './words.js';

const row = (given) => ({ field: 'drink', op: 'is', value: '', any: false, ...given });

describe('A condition', () => {
  for (const op of OPERATORS) {
    test(`with “${op}” is read again as it was written`, () => {
      const valued = !['empty', 'filled', 'true', 'false'].includes(op);
      const number = ['greater', 'atLeast', 'less', 'atMost'].includes(op);
      const simple = { join: 'and', rows: [row({ op, value: number ? '-2.5' : valued ? 'Tea "green"\\' : '' })] };

      assert.deepEqual(parse(format(simple)), simple);
    });
  }

  test('of several rows keeps the word that joins them', () => {
    const simple = {
      join: 'or',
      rows: [row({ value: 'Tea' }), row({ field: 'contact.name', op: 'contains', value: 'a or b', any: true })],
    };

    assert.equal(format(simple), 'drink = "Tea" or contains(lower case(contact.name), "a or b")');
    assert.deepEqual(parse(format(simple)), simple);
  });

  test('that ignores capitals compares with small letters', () => {
    assert.equal(format({ join: 'and', rows: [row({ value: 'TÉ', any: true })] }), 'lower case(drink) = "té"');
  });

  test('that rows can not say exactly stays FEEL', () => {
    for (const feel of [
      '',
      'a = "x" and b = "y" or c = "z"',
      'count(list) > 2',
      'drink  = "Tea"',
      'lower case(drink) = "TEA"',
      'drink = 5',
    ]) {
      assert.equal(parse(feel), null, feel);
    }
  });

  test('about an unfinished row is left out, and a number that is none counts as nought', () => {
    assert.equal(
      format({ join: 'and', rows: [row({ field: '' }), row({ field: 'age', op: 'atLeast', value: 'old' })] }),
      'number(age) >= 0',
    );
  });

  test('is said in plain words of the language, or as it is when no form shows it', () => {
    assert.equal(
      plainCondition('drink = "Tea" and number(age) >= 18 and mail != null', wordsOf(textsIn('Board'))),
      'drink is “Tea” and age at least 18 and mail is known',
    );
    assert.equal(
      plainCondition('drink = "Té" or mail = null', wordsOf(textsIn('Board_es'))),
      'drink es “Té” o mail falta',
    );
    assert.equal(plainCondition(' count(list) > 2 ', wordsOf(textsIn('Board'))), 'count(list) > 2');
  });
});
