/** WhatsApp counts Unicode characters; the engine counts code points, so we do. */
export const count = (text) => [...text].length;

/** The parts of a text: `{text}` as written and `{feel}` in double braces. */
export function parts(text) {
  const found = [];
  let rest = 0;
  for (const match of text.matchAll(/\{\{([\s\S]*?)\}\}/g)) {
    found.push({ text: text.slice(rest, match.index) }, { feel: match[1].trim() });
    rest = match.index + match[0].length;
  }
  found.push({ text: text.slice(rest) });
  return found.filter((part) => part.feel !== undefined || part.text);
}

/**
 * How long a text is: at least, with nothing inserted, and at worst, when each value is as long as it can be.
 *
 * @param {string} text
 * @param {(feel: string) => number} longest of an inserted value
 */
export function lengths(text, longest) {
  const all = parts(text);
  const least = all.reduce((sum, part) => sum + (part.feel === undefined ? count(part.text) : 0), 0);
  const inserted = all.filter((part) => part.feel !== undefined);
  return { least, worst: inserted.reduce((sum, part) => sum + longest(part.feel), least) };
}

/** The rows of a list as an author writes them: `title | description`, `# Section`; see ListRows of the engine. */
export function readRows(text) {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      if (line.startsWith('#')) {
        return { section: line.slice(1).trim() };
      }
      const bar = line.replace(/\{\{.*?\}\}/g, (found) => ' '.repeat(found.length)).indexOf('|');
      return bar < 0
        ? { title: line, description: '' }
        : { title: line.slice(0, bar).trim(), description: line.slice(bar + 1).trim() };
    });
}

/** Writes rows in the notation that {@link readRows} reads. */
export const writeRows = (rows) =>
  rows
    .map(({ section, title, description }) =>
      section !== undefined ? `# ${section}` : title + (description ? ` | ${description}` : ''),
    )
    .join('\n');
