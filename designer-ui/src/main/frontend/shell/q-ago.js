/** After so long without an answer it is said that there is none. */
const PATIENCE_MILLIS = 10_000;

/**
 * Says how long ago something was, and counts on by itself. `at` is a time in ISO 8601; `now`, `seconds` and `minutes` are
 * sentences with `{0}` for the number. Of a board that it follows it says at any time, with the server or without, whether
 * what was changed is saved, or why not.
 */
class Ago extends HTMLElement {
  static observedAttributes = ['at'];

  connectedCallback() {
    this.ticking = setInterval(() => this.tell(), 1000);
    this.listening = new AbortController();
    const { signal } = this.listening;
    const tell = () => this.tell();
    ['online', 'offline'].forEach((name) => window.addEventListener(name, tell, { signal }));
    window.addEventListener('beforeunload', (leaving) => this.pending && !ended() && leaving.preventDefault(), {
      signal,
    });
    window.Vaadin?.connectionState?.addStateChangeListener(tell);
    signal.addEventListener('abort', () => window.Vaadin?.connectionState?.removeStateChangeListener(tell));
    this.tell();
  }

  disconnectedCallback() {
    clearInterval(this.ticking);
    this.listening.abort();
  }

  attributeChangedCallback() {
    this.refused = undefined;
    this.tell();
  }

  /** Follows a board from now on; words are `{ saving, offline, waiting, unwritable }`. */
  follow(board, words) {
    Object.assign(this, { board, words });
    board.addEventListener('qliento-changing', () => {
      this.since = this.pending && this.since ? this.since : Date.now();
      Object.assign(this, { refused: undefined, unwritable: false });
      this.tell();
    });
    board.addEventListener('qliento-kept', () => {
      this.since = undefined;
      this.tell();
    });
    board.addEventListener('qliento-unwritable', () => {
      this.unwritable = true;
      this.tell();
    });
  }

  /** Says these words until something changes. */
  say(words) {
    this.refused = words;
    this.removeAttribute('at');
    this.tell();
  }

  get pending() {
    return Boolean(this.board?.isConnected && this.board.unsaved);
  }

  tell() {
    const words = this._words();
    if (words !== undefined && words !== this.textContent) {
      this.textContent = words;
      this.title = words;
      this.toggleAttribute('bad', this.pending && words !== this.words.saving);
    }
  }

  _words() {
    if (this.pending && this.unwritable) {
      return this.words.unwritable;
    }
    if (this.pending && offline()) {
      return this.words.offline;
    }
    if (this.refused) {
      return this.refused;
    }
    if (this.pending) {
      return this.since && Date.now() - this.since > PATIENCE_MILLIS ? this.words.waiting : this.words.saving;
    }
    const at = this.getAttribute('at');
    return at ? this._ago(Math.max(0, Math.round((Date.now() - Date.parse(at)) / 1000))) : undefined;
  }

  _ago(seconds) {
    const say = (name, n) => (this.getAttribute(name) ?? '').replace('{0}', n);
    return seconds < 2
      ? say('now', 0)
      : seconds < 60
        ? say('seconds', seconds)
        : say('minutes', Math.floor(seconds / 60));
  }
}

function offline() {
  return !navigator.onLine || ['reconnecting', 'connection-lost'].includes(window.Vaadin?.connectionState?.state);
}

/** The page says by itself that the session ended, and loads itself anew. */
function ended() {
  return document.querySelector('.v-system-error') !== null;
}

customElements.define('q-ago', Ago);
