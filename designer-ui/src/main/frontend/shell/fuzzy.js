/** How well words fit what somebody typed: null when they do not, else the higher the better. */
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const fits = (words, typed) => {
  const text = plain(words);
  const wanted = plain(typed).replace(/\s+/g, '');
  let score = 0;
  let at = -1;
  for (const letter of wanted) {
    const next = text.indexOf(letter, at + 1);
    if (next < 0) {
      return null;
    }
    const begins = next === 0 || /[\s\-_/.]/.test(text[next - 1]);
    score += next === at + 1 ? 3 : 0;
    score += begins ? 2 : 0;
    score -= (next - at - 1) * 0.1;
    at = next;
  }
  return score + (text.startsWith(wanted) ? 5 : 0) - text.length * 0.01;
};

/** The commands that fit, best first; all in their own order when nothing is typed. */
export const search = (commands, typed) => {
  if (!typed.trim()) {
    return commands;
  }
  return commands
    .map((command) => ({
      command,
      score: fits(command.words, typed) ?? fits(`${command.group} ${command.words}`, typed),
    }))
    .filter(({ score }) => score !== null)
    .sort((a, b) => b.score - a.score)
    .map(({ command }) => command);
};
