const WORD = '[\\p{L}\\p{N}_]';
const QUOTED = /"(?:\\.|[^"\\])*"/g;

/** Writes a name anew where an expression uses it, not inside quotes nor behind a dot. */
function inFeel(feel, from, to) {
  const name = new RegExp(`(?<!${WORD}|\\.)${from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!${WORD})`, 'gu');
  let made = '';
  let rest = 0;
  for (const quoted of feel.matchAll(QUOTED)) {
    made += feel.slice(rest, quoted.index).replace(name, () => to) + quoted[0];
    rest = quoted.index + quoted[0].length;
  }
  return made + feel.slice(rest).replace(name, () => to);
}

/** The same in the double braces of a text. */
const inText = (text, from, to) => text.replace(/\{\{[\s\S]*?\}\}/g, (braces) => inFeel(braces, from, to));

export const rename = { inFeel, inText };

/**
 * Cuts a text in two where a reader would breathe: before a blank line, a line, after a sentence, a word; never inside
 * double braces, and never so that anything but the space at the cut is lost.
 *
 * @returns {[string, string]} the first has `most` characters or fewer
 */
export function splitText(text, most) {
  const limit = [...text].slice(0, most).join('').length;
  const inside = [...text.matchAll(/\{\{[\s\S]*?\}\}/g)].find((m) => m.index < limit && m.index + m[0].length > limit);
  const head = text.slice(0, inside?.index || limit);
  const breaks = [/\n\s*\n(?![\s\S]*\n\s*\n)/, /\n(?![\s\S]*\n)/, /[.!?…]\s(?![\s\S]*[.!?…]\s)/, /\s(?!.*\s)/s];
  const at =
    breaks
      .map((pattern) => pattern.exec(head))
      .map((match) => match && match.index + match[0].length)
      .find((index) => index > head.length / 3 && !between(text, index)) ?? head.length;
  return [text.slice(0, at).trimEnd(), text.slice(at).trimStart()];
}

const between = (text, index) =>
  [...text.matchAll(/\{\{[\s\S]*?\}\}/g)].some(
    (braces) => braces.index < index && braces.index + braces[0].length > index,
  );
