import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rename, splitText } from '../../main/frontend/designer/features/problems/mending.js';

describe('A name', () => {
  test('is written anew where an expression uses it, not in quotes, behind a dot or inside of another name', () => {
    assert.equal(
      rename.inFeel('drink = "drink" and drinks != a.drink and drink.size > 1', 'drink', 'order'),
      'order = "drink" and drinks != a.drink and order.size > 1',
    );
  });

  test('with signs of its own is found as it stands', () => {
    assert.equal(
      rename.inFeel('a.b = 1 and axb = 2 and contact.né = 3', 'a.b', '$&'),
      '$& = 1 and axb = 2 and contact.né = 3',
    );
  });

  test('is written anew in the double braces of a text and nowhere else', () => {
    assert.equal(
      rename.inText('Your drink: {{drink}} {{ "drink" + drink }}', 'drink', 'order'),
      'Your drink: {{order}} {{ "drink" + order }}',
    );
  });
});

describe('A text that is too long', () => {
  test('is cut where a reader would breathe: at a blank line, a line, a sentence, a word', () => {
    assert.deepEqual(splitText('One two.\n\nThree. Four five', 20), ['One two.', 'Three. Four five']);
    assert.deepEqual(splitText('One two.\nThree. Four five', 20), ['One two.', 'Three. Four five']);
    assert.deepEqual(splitText('One two. Three four five', 14), ['One two.', 'Three four five']);
    assert.deepEqual(splitText('One two three four', 10), ['One two', 'three four']);
    assert.deepEqual(splitText('Onetwothree', 4), ['Onet', 'wothree']);
  });

  test('is not cut so early that the first part says next to nothing', () => {
    assert.deepEqual(splitText('A.\n\nbcdefghij klmnopqrstu', 20), ['A.\n\nbcdefghij', 'klmnopqrstu']);
  });

  test('is never cut inside of double braces', () => {
    assert.deepEqual(splitText('Hello there, {{ contact.name }} and more', 20), [
      'Hello there,',
      '{{ contact.name }} and more',
    ]);
  });

  test('is measured in characters', () => {
    assert.deepEqual(splitText('👍👍👍👍', 3), ['👍👍👍', '👍']);
  });
});
