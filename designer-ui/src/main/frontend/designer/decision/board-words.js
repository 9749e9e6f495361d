import es from './board.es.js';
import pt from './board.pt.js';

const LANGUAGES = { es, pt };

/**
 * What the board itself says, in one language; English where there is no other word.
 *
 * @param {string} language a tag such as `pt-BR`
 * @returns {object} a module for every part of the board
 */
export function boardWords(language) {
  const known = LANGUAGES[(language || 'en').slice(0, 2).toLowerCase()] ?? {};
  const translate = (text, values = {}) =>
    (known[text] ?? text ?? '').replace(/\{([^}]+)\}/g, (found, name) => values[name] ?? values[name.trim()] ?? found);
  return { translate: ['value', translate] };
}
