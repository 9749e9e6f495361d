/**
 * What is drawn and not yet saved, kept in the tab (`sessionStorage`) under its organisation and flow. A tab has one
 * board at a time; what is kept belongs to whoever draws in it, and signing out clears it.
 */
const PREFIX = 'qliento-kept/';
let watched = null;

const store = (action) => {
  try {
    return action(window.sessionStorage);
  } catch {
    return null; // full, or not allowed: then the warning of leaving is all there is
  }
};

const keep = (xml) => store((kept) => kept.setItem(watched.name, xml));

const changed = ({ target, detail }) => {
  if (watched?.canvas === target) {
    keep(detail.xml);
  }
};

/** What was drawn in the last moment was not told yet; making the file takes no more than promises, which still run now. */
const leaving = () => {
  if (watched?.canvas.isConnected && watched.canvas.unsaved) {
    watched.canvas.file().then(keep);
  }
};

window.qlientoKept = {
  /** Begins to keep this board's drawing under a name; gives what was kept before. */
  watch(canvas, name) {
    watched?.stop.abort();
    const stop = new AbortController();
    watched = { canvas, name: PREFIX + name, stop };
    canvas.addEventListener('qliento-changed', changed, { signal: stop.signal });
    window.addEventListener('pagehide', leaving, { signal: stop.signal });
    return store((kept) => kept.getItem(watched.name));
  },

  /** The last drawing that was told is saved; what was drawn since waits to be told. */
  saved(canvas) {
    canvas.saved?.();
    if (watched?.canvas === canvas && !canvas.unsaved) {
      store((kept) => kept.removeItem(watched.name));
    }
  },

  /** What was kept is not wanted. */
  forget() {
    store((kept) => kept.removeItem(watched?.name));
  },
};
