const LINE = /^([^=|"]*)=((?:[^"|]|"(?:[^"\\]|\\.)*")*)\|([^|]*)(?:\|([^|]*)(?:\|\s*(maybe)?\s*)?)?$/;
const LONGEST = 50;

/** Words that no name of an answer may be: what FEEL says itself, and what there is always. */
const TAKEN = new Set(
  (
    'and or not if then else for in return some every satisfies between instance of function external true false null ' +
    'answer choice contact now today secret'
  ).split(' '),
);

/**
 * What is kept of an answer, as its author writes it; see AnswerPick of the engine. A line that can't be read is kept as it
 * is, in `line`.
 *
 * @typedef {{name: string, path: string, type: string, category: string, maybe: boolean, line?: string}} Pick
 * @returns {Pick[]}
 */
export function readPicks(text) {
  return (text ?? '')
    .split(/\r?\n/)
    .filter((line) => line.trim())
    .map((line) => {
      const found = LINE.exec(line);
      if (!found) {
        return { line };
      }
      const [name, path, type, category] = found.slice(1, 5).map((part) => (part ?? '').trim());
      return { name, path, type, category: category || 'other', maybe: Boolean(found[5]) };
    });
}

/** Writes picks in the notation that {@link readPicks} reads. */
export const writePicks = (picks) =>
  picks
    .map(({ name, path, type, category, maybe, line }) =>
      line !== undefined
        ? line.replaceAll('\n', ' ')
        : `${name.replace(/[=|"\n]/g, '')} = ${path.replaceAll('\n', ' ')} | ${type} | ${category}${maybe ? ' | maybe' : ''}`,
    )
    .join('\n');

/** A name for the value at this path that nothing has yet. */
export function nameFor(path, taken) {
  const keys = [...path.matchAll(/\.("(?:[^"\\]|\\.)*"|[\p{L}_][\p{L}\p{N}_]*)/gu)].map(([, key]) =>
    key.startsWith('"') ? JSON.parse(key) : key,
  );
  const plain =
    (keys.at(-1) ?? (path === 'status' ? path : 'value')).replace(/[^\p{L}\p{N}_]+/gu, '_').slice(0, LONGEST - 6) ||
    'value';
  const stem = /^[\p{L}_]/u.test(plain) && !TAKEN.has(plain) ? plain : `_${plain}`;
  for (let n = 1; ; n++) {
    const name = n === 1 ? stem : `${stem}${n}`;
    if (!taken.includes(name)) {
      return name;
    }
  }
}
