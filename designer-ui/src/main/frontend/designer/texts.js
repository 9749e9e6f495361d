import en from './texts.en.js';
import es from './texts.es.js';
import pt from './texts.pt.js';

const LANGUAGES = { en, es, pt };

/**
 * The words of the board in one language, English where there is none.
 *
 * @param {string} language a tag such as `pt-BR`
 * @returns {(key: string, values?: Record<string, string | number>) => string} `{name}` is replaced
 */
export function wordsOf(language) {
  const texts = LANGUAGES[(language || 'en').slice(0, 2).toLowerCase()] ?? en;
  return (key, values = {}) =>
    (texts[key] ?? en[key] ?? key).replace(/\{(\w+)\}/g, (found, name) => values[name] ?? found);
}
