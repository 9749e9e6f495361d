const context = document.createElement('canvas').getContext('2d');
const cache = new Map();

/**
 * A text as lines that fit a width, the last one with an ellipsis when there is more.
 *
 * @param {string} text line breaks count as spaces
 * @param {number} width in pixels
 * @param {number} most lines
 * @param {string} font as CSS writes it
 */
export function textLines(text, width, most, font) {
  const key = `${width}|${most}|${font}|${text}`;
  if (!cache.has(key)) {
    if (cache.size > 2000) {
      cache.clear();
    }
    cache.set(key, lines(text.slice(0, 400).replace(/\s+/g, ' ').trim(), width, most, font));
  }
  return cache.get(key);
}

function lines(text, width, most, font) {
  context.font = font;
  const found = [];
  let rest = text;
  while (rest && found.length < most) {
    const [line, after] = cut(rest, width, found.length === most - 1);
    found.push(line);
    rest = after;
  }
  return found;
}

function cut(text, width, last) {
  if (context.measureText(text).width <= width) {
    return [text, ''];
  }
  const letters = [...text];
  const tail = last ? '…' : '';
  let fits = 1;
  while (fits < letters.length && context.measureText(letters.slice(0, fits + 1).join('') + tail).width <= width) {
    fits++;
  }
  const line = letters.slice(0, fits).join('');
  if (last) {
    return [`${line.trimEnd()}…`, ''];
  }
  const space = letters[fits] === ' ' ? line.length : line.lastIndexOf(' ');
  const end = space > 0 ? space : line.length;
  return [text.slice(0, end), text.slice(end).trimStart()];
}
