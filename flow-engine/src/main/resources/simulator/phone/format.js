// WhatsApp's marks as elements. Text only ever becomes text nodes, so nothing in a message can be markup.
const MARKS = [
  { at: /```([\s\S]+?)```/, tag: 'code', deeper: false },
  { at: /`([^`\n]+)`/, tag: 'code', deeper: false },
  { at: /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/, tag: 'a', deeper: false },
  { at: /(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*[^\s*])\*(?![\p{L}\p{N}*])/u, tag: 'strong', deeper: true },
  { at: /(?<![\p{L}\p{N}_])_(?=\S)([^_\n]*[^\s_])_(?![\p{L}\p{N}_])/u, tag: 'em', deeper: true },
  { at: /(?<![\p{L}\p{N}~])~(?=\S)([^~\n]*[^\s~])~(?![\p{L}\p{N}~])/u, tag: 's', deeper: true },
];

/** Appends the text to the element, with its marks shown. */
export function format(text, into) {
  let rest = text;
  while (rest) {
    const found = first(rest);
    if (!found) {
      into.append(rest);
      return into;
    }
    into.append(rest.slice(0, found.match.index));
    into.append(marked(found));
    rest = rest.slice(found.match.index + found.match[0].length);
  }
  return into;
}

function first(text) {
  let best = null;
  for (const mark of MARKS) {
    const match = mark.at.exec(text);
    if (match && (!best || match.index < best.match.index)) best = { mark, match };
  }
  return best;
}

function marked({ mark, match }) {
  const element = document.createElement(mark.tag);
  if (mark.tag === 'a') {
    element.href = match[0];
    element.target = '_blank';
    element.rel = 'noopener noreferrer';
    element.textContent = match[0];
    return element;
  }
  if (mark.deeper) return format(match[1], element);
  element.textContent = match[1];
  return element;
}
