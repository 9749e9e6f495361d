/**
 * Texts as XML and the database can hold them. Slides, PDFs and terminals leave characters in what is copied from them
 * that neither takes; nobody sees them, and one would keep everything around it from being saved.
 *
 * The server's `KeptText` does the same with what comes to it.
 */
const UNHELD =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const PARTS_LINES = new Set(['\u000B', '\u000C']);
/** Line breaks of other programs: held by all, understood by few. */
const OTHER_BREAKS = /[\u0085\u2028\u2029]/g;

/** A text or a file without them; what parts lines is a line break. */
export function kept(text) {
  return text.replace(UNHELD, (found) => (PARTS_LINES.has(found) ? '\n' : ''));
}

/** A text that somebody typed or pasted, its line breaks as everybody reads them. */
export function written(text) {
  return kept(text).replace(OTHER_BREAKS, '\n');
}

function insert(event, text) {
  const clean = written(text);
  if (clean === text) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  const oneLine = event.composedPath()[0] instanceof HTMLInputElement;
  document.execCommand('insertText', false, oneLine ? clean.replace(/\s*\n\s*/g, ' ') : clean);
}

/** Takes them out of whatever is typed or pasted, in every field of the page. */
function guard() {
  const writable = (event) => {
    const at = event.composedPath()[0];
    return (
      at instanceof HTMLInputElement ||
      at instanceof HTMLTextAreaElement ||
      at?.isContentEditable ||
      at?.parentElement?.isContentEditable
    );
  };
  window.addEventListener(
    'paste',
    (event) => {
      const text = writable(event) && event.clipboardData?.getData('text/plain');
      if (text) {
        insert(event, text);
      }
    },
    true,
  );
  window.addEventListener(
    'beforeinput',
    (event) => {
      const text = event.cancelable && (event.data ?? event.dataTransfer?.getData('text/plain'));
      if (text) {
        insert(event, text);
      }
    },
    true,
  );
}

if (!window.qlientoKeptText) {
  window.qlientoKeptText = true;
  guard();
}
