/** How long nothing must change before the file is told. */
const QUIET_MILLIS = 800;

/**
 * What a board knows of how its file is kept. A board has `file()`, which notes with {@link noted} that all up to now is
 * told, and calls {@link changed} at each change.
 *
 * Fires `qliento-changing` at each change, `qliento-changed` with `detail.xml` when nothing changed for a while,
 * `qliento-kept` when the server said that it keeps what was told, and `qliento-unwritable` when no file could be made.
 */
export const Keeping = (Base) =>
  class extends Base {
    /** Changes counted: all, those that were told, those that are kept. */
    turn = 0;
    told = 0;
    kept = 0;
    pause = QUIET_MILLIS;

    changed() {
      if (this.readOnly || this.opening) {
        return;
      }
      this.turn += 1;
      this._fire('qliento-changing');
      clearTimeout(this.quiet);
      this.quiet = setTimeout(() => this.tell(), this.pause);
    }

    /** Tells the file as it is now; a change that follows tries again. */
    async tell() {
      try {
        this._fire('qliento-changed', { xml: await this.file() });
      } catch (error) {
        this.notSaved();
        this._fire('qliento-unwritable');
        throw error;
      }
    }

    /** Everything up to now is in the file that is told. */
    noted() {
      clearTimeout(this.quiet);
      this.told = this.turn;
    }

    /** What was told is kept. */
    saved() {
      this.kept = this.told;
      this._fire('qliento-kept');
    }

    /** What was told is not kept. */
    notSaved() {
      this.kept = -1;
    }

    /** Whether something was changed that nobody keeps yet. */
    get unsaved() {
      return this.kept !== this.turn;
    }

    _fire(name, detail) {
      this.dispatchEvent(new CustomEvent(name, { detail }));
    }
  };
