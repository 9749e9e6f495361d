/**
 * What the board itself says, in one language.
 *
 * @param {Record<string, string>} known by what it says in English, which it says where nothing else is known
 * @returns {object} a module for every part of the board
 */
export function boardWords(known) {
  const translate = (text, values = {}) =>
    (known[text] ?? text ?? '').replace(/\{([^}]+)\}/g, (found, name) => values[name] ?? values[name.trim()] ?? found);
  return { translate: ['value', translate] };
}
