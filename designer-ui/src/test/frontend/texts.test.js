import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { boardWords } from '../../main/frontend/designer/decision/board-words.js';
import { wordsOf } from '../../main/frontend/designer/texts.js';

const DESIGNER = new URL('../../main/frontend/designer/', import.meta.url);

/** All languages of some words, by what stands between the dots of their files' names. */
async function languages(folder, name) {
  const files = readdirSync(new URL(folder, DESIGNER)).filter((file) => file.startsWith(`${name}.`) && file !== `${name}.js`);
  const read = async (file) => [file.split('.').at(-2), (await import(new URL(folder + file, DESIGNER))).default];
  const found = new Map((await Promise.all(files.map(read))).filter(([language]) => /^[a-z]{2}$/.test(language)));
  assert.ok(found.size >= 2, `${name} is there in two languages at least`);
  return found;
}

const placeholders = (text) => [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name.trim()).sort();

/** What differs between two languages, in lines. */
function gaps(one, other, language) {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => {
    const [text, said] = [one[key], other[key]];
    if (!text?.trim() || !said?.trim()) {
      return [`${language}: ${key} is not there in both`];
    }
    return placeholders(text).join() === placeholders(said).join() ? [] : [`${language}: ${key} has {${placeholders(said)}}, not {${placeholders(text)}}`];
  });
}

describe('The words of the board', () => {
  test('are there in every language, with the same values in them', async () => {
    const { en, ...others } = Object.fromEntries(await languages('./', 'texts'));

    const found = Object.entries(others).flatMap(([language, texts]) => gaps(en, texts, language));

    assert.deepEqual(found, []);
  });

  test('are English where there is no such language, and the key where there is no such word', () => {
    assert.equal(wordsOf('fr')('close'), 'Close');
    assert.equal(wordsOf('pt-BR')('close'), 'Fechar');
    assert.equal(wordsOf(null)('close'), 'Close');
    assert.equal(wordsOf('en')('no such word'), 'no such word');
  });

  test('take the values they are given, and show the name of one that is missing', () => {
    assert.equal(wordsOf('en')('length', { n: 0, max: 20 }), '0 of 20');
    assert.equal(wordsOf('en')('length', { n: 1 }), '1 of {max}');
  });
});

describe('The words of the tables', () => {
  test('are there in every language, with the same values in them as in English', async () => {
    const found = await languages('decision/', 'board');
    const english = Object.fromEntries([...found.values()].flatMap(Object.keys).map((key) => [key, key]));

    const missing = [...found].flatMap(([language, texts]) => gaps(english, texts, language));

    assert.deepEqual(missing, []);
  });

  test('take the values they are given, and are English where there is no other word', () => {
    const { translate: [, translate] } = boardWords('es-MX');

    assert.equal(translate('Date'), 'Fecha');
    assert.equal(translate('Never heard { what }', { what: 'of it' }), 'Never heard of it');
  });
});
