/**
 * What a board says.
 *
 * @param {Record<string, string>} texts in the person's language, as they come with the board's set-up
 * @returns {(key: string, values?: Record<string, string | number>) => string} `{name}` is replaced
 */
export function wordsOf(texts) {
  return (key, values = {}) => (texts[key] ?? key).replace(/\{(\w+)\}/g, (found, name) => values[name] ?? found);
}
