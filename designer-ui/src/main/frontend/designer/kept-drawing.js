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

/** Leaving loses the tab's memory. What the page itself says when the session ended comes back to it. */
const warn = (event) => {
  if (watched?.canvas.isConnected && watched.dirty && !document.querySelector('.v-system-error')) {
    event.preventDefault();
  }
};

const changing = ({ target }) => {
  if (watched?.canvas === target) {
    watched.dirty = true;
    watched.turn += 1;
  }
};

const changed = ({ target, detail }) => {
  if (watched?.canvas === target) {
    watched.told = watched.turn;
    store((kept) => kept.setItem(watched.name, detail.xml));
  }
};

window.qlientoKept = {
  watch(canvas, name) {
    watched?.stop.abort();
    const stop = new AbortController();
    watched = { canvas, name: PREFIX + name, dirty: false, turn: 0, told: 0, stop };
    canvas.addEventListener('qliento-changing', changing, { signal: stop.signal });
    canvas.addEventListener('qliento-changed', changed, { signal: stop.signal });
    window.addEventListener('beforeunload', warn, { signal: stop.signal });
    return store((kept) => kept.getItem(watched.name));
  },

  /** The last drawing that was told is saved; what was drawn since waits to be told. */
  saved(canvas) {
    if (watched?.canvas === canvas && watched.told === watched.turn) {
      watched.dirty = false;
      store((kept) => kept.removeItem(watched.name));
    }
  },
};
