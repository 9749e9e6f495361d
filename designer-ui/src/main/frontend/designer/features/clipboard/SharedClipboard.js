const NAME = 'qliento.clipboard';

/** A clipboard that the organisation's flows open in this browser share. It keeps the drawing only, no conversation. */
export default class SharedClipboard {
  static $inject = ['moddle', 'around'];

  constructor(moddle, around) {
    this._key = `${NAME}.${around.organisation}`;
    this._moddle = moddle;
    this._own = null;
  }

  /** What was copied last, in this flow or another; null when there is nothing readable. */
  get() {
    try {
      const stored = localStorage.getItem(this._key);
      return stored ? JSON.parse(stored, this._reviver()) : this._own;
    } catch {
      return this._own;
    }
  }

  /** Keeps a copied tree. Without storage it is for this flow alone. */
  set(tree) {
    this._own = tree;
    try {
      localStorage.setItem(this._key, JSON.stringify(tree));
    } catch {
      this._forget();
    }
  }

  clear() {
    const tree = this.get();
    this._own = null;
    this._forget();
    return tree;
  }

  isEmpty() {
    return !this.get();
  }

  _forget() {
    try {
      localStorage.removeItem(this._key);
    } catch {
      // No storage at all: then nothing of ours is in it.
    }
  }

  /** Makes model elements of what has a type; elements with an id stay one. */
  _reviver() {
    const made = new Map();
    return (key, value) => {
      if (typeof value?.$type !== 'string') {
        return value;
      }
      const { $type, ...attrs } = value;
      if (!made.has(value.id) || !value.id) {
        made.set(value.id, this._moddle.create($type, attrs));
      }
      return made.get(value.id);
    };
  }
}
