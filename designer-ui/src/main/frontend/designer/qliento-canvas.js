import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import './tokens.css';
import './board.css';
import './panels.css';
import './properties.css';
import './media.css';
import './request.css';
import { createBoard } from './board.js';
import { Loss } from './fidelity.js';
import { kept } from './kept-text.js';
import { flushDrafts } from './features/properties/drafts.js';
import { Keeping } from './keeping.js';
import { notice, quiet } from './notice.js';
import { reading } from './reading.js';
import { lossOf, whyUndrawn, whyUnreadable } from './trouble.js';
import { resizable } from './resize.js';
import { wordsOf } from './texts.js';

const STEP_MILLIS = 240;
const MOST_STEPS = 12;

/**
 * The drawing board: blocks at the left, the flow in the middle, what the selected block says at the right, problems
 * below. The flow comes and goes as BPMN text; everything that stands in a file is kept.
 *
 * Fires `qliento-ready` once, what {@link Keeping} fires, and `qliento-selection` with `detail.id`.
 */
class QlientoCanvas extends Keeping(HTMLElement) {
  /** Builds the board once; `setup` is `{ blocks, words, readOnly, flow, flows, organisation }`. */
  setup(json) {
    this.given = JSON.parse(json);
    this.words = wordsOf(this.given.words);
    this.files = [];
    this.found = [];
    this._build(this.given.readOnly);
    this._fire('qliento-ready');
  }

  _build(readOnly) {
    this.modeler?.destroy();
    this.readOnly = readOnly;
    this.toggleAttribute('read-only', readOnly);
    this.modeler = createBoard(this._frame(readOnly), this.words, this.given);
    this.modeler.get('blocks').set(this.given.blocks);
    this.modeler.get('files').set(this.files);
    this.modeler.on('commandStack.changed', ({ trigger }) => {
      if (trigger !== 'failed') {
        this.changed();
      }
    });
    this.modeler.on('commands.failed', ({ whole }) => this._failed(whole));
    this.modeler.on('undrawn.changed', () => {
      if (!this.opening) {
        this._tell();
      }
    });
    this.modeler.on('diagram.clear', () => {
      this.written = undefined;
    });
    this.modeler.on('selection.changed', ({ newSelection: [first, second] }) =>
      this._fire('qliento-selection', { id: first && !second ? first.id : null }),
    );
  }

  /**
   * Shows a flow; undo begins anew, and what was selected stays so if it is still there. A file without a drawing gets one,
   * else it is left as it is. One that cannot be read whole is only shown, and it is said why.
   */
  async open(xml) {
    this.opening = true;
    this.noted();
    this.saved();
    this.last = xml;
    quiet(this.notices, 'failed');
    this.found = [];
    const selected = this.modeler
      .get('selection')
      .get()
      .map(({ id }) => id);
    try {
      this.trouble = await this._read(xml);
      const readOnly = this.given.readOnly || Boolean(this.trouble);
      if (readOnly !== this.readOnly) {
        this._build(readOnly);
        await this._read(xml);
      }
      this.zoomToFit();
      this.modeler
        .get('selection')
        .select(selected.map((id) => this.modeler.get('elementRegistry').get(id)).filter(Boolean));
    } finally {
      this.opening = false;
    }
    this._tell();
  }

  /** Shows a newer flow, unless something here is not kept yet; gives whether it is shown. One goes on looking where one looked. */
  async follow(xml) {
    this.modeler.get('directEditing').complete();
    flushDrafts();
    if (this.unsaved) {
      return false;
    }
    const canvas = this.modeler.get('canvas');
    const { x, y, width, height } = canvas.viewbox();
    await this.open(xml);
    canvas.viewbox({ x, y, width, height });
    return true;
  }

  /** The flow as it is this moment; a change that waits to be told counts as told. */
  async file() {
    if (this.unreadable) {
      return this.last;
    }
    const writing = this.modeler.saveXML({ format: true });
    this.noted(); // what was still being typed is in it too
    const { xml } = await writing;
    // With every step undone it is what it was; the modeler leaves traces of some.
    this.last = this._whole(this.modeler.get('commandStack').canUndo() ? xml : (this.written ?? xml));
    return this.last;
  }

  /** What a command did before it failed is taken back; when that is not possible, the drawing is as it was told last. */
  async _failed(whole) {
    if (!whole) {
      await this.open(this.last);
    }
    notice(this.notices, {
      kind: 'failed',
      words: this.words(whole ? 'failed.command' : 'failed.reread'),
      close: this.words('close'),
    });
  }

  /**
   * What the modeler can't keep of the file is noted, to be put back when it is written.
   *
   * @returns {Promise<string | null>} why the file can't be changed here
   */
  async _read(xml) {
    Object.assign(this, { unreadable: false, written: undefined, loss: null, named: (text) => text });
    try {
      const { file, drawn, named } = await reading(xml);
      const { warnings } = await this.modeler.importXML(drawn);
      const { xml: written } = await this.modeler.saveXML({ format: true });
      Object.assign(this, { written, named, loss: Loss.between(file, written) });
      return lossOf(warnings, this.words);
    } catch (error) {
      this.unreadable = true;
      this.modeler.clear();
      return whyUnreadable(error, this.words);
    }
  }

  /** Says what of the file is not drawn, or not to be changed, and what can be done. */
  _tell() {
    const undrawn = this.modeler.get('undrawn');
    const missing = this.trouble && this.unreadable ? null : whyUndrawn(this.modeler, this.last, this.words);
    quiet(this.notices, 'read');
    quiet(this.notices, 'undrawn');
    if (this.trouble) {
      notice(this.notices, { kind: 'read', words: this.trouble });
    }
    if (missing) {
      const draw = { words: this.words('undrawn.draw'), run: () => undrawn.draw() };
      notice(this.notices, {
        kind: 'undrawn',
        words: missing,
        act: !this.given.readOnly && undrawn.possible() ? draw : undefined,
      });
    }
    this.left.hidden = this.given.readOnly && !missing;
    this.seen = [this.trouble, missing].filter(Boolean).map((message) => ({
      severity: 'WARNING',
      code: 'board',
      elementId: null,
      elementName: null,
      message,
      repair: null,
    }));
    this._problems();
  }

  _problems() {
    this.modeler.get('problems').set([...this.found, ...(this.seen ?? [])]);
  }

  _whole(xml) {
    const clean = kept(xml);
    return this.named(this.loss?.restored(clean) ?? clean);
  }

  /** The flow as a picture that stands alone. */
  async picture() {
    return (await this.modeler.saveSVG()).svg;
  }

  zoomToFit() {
    this.modeler.get('canvas').resized();
    this.modeler.get('toolbar').fit();
  }

  /** Shows the page of its shortcuts. */
  help() {
    this.modeler.get('toolbar').showHelp(true);
  }

  /** What the checker found; while a flow is being opened it waits until it is there. */
  setProblems(json) {
    this.found = JSON.parse(json);
    if (!this.opening) {
      this._problems();
    }
  }

  /** The organisation's files, a JSON array. */
  setFiles(json) {
    this.files = JSON.parse(json);
    this.modeler.get('files').set(this.files);
  }

  /** Selects an element and moves it into view. */
  select(id) {
    this.modeler.get('problems').jump(id);
  }

  /** Shows the token at these elements and nowhere else. */
  mark(ids) {
    const canvas = this.modeler.get('canvas');
    const there = (id) => this.modeler.get('elementRegistry').get(id);
    (this.marked ?? []).filter(there).forEach((id) => canvas.removeMarker(id, 'q-token'));
    this.marked = ids.filter(there);
    this.marked.forEach((id) => canvas.addMarker(id, 'q-token'));
  }

  /** Moves the token along `path`, and lets it rest `at` these, or at the path's end. Without motion it is there at once. */
  walk(json) {
    const { path, at } = JSON.parse(json);
    clearTimeout(this.walking);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const rest = at.length ? at : path.slice(-1);
    const steps = still ? [rest] : [...path.slice(-MOST_STEPS).map((id) => [id]), rest];
    const next = () => {
      this.mark(steps.shift());
      this.walking = steps.length ? setTimeout(next, STEP_MILLIS) : undefined;
    };
    next();
  }

  /** Conversations now at each element, a JSON object; zero shows nothing. */
  setLiveCounts(json) {
    const overlays = this.modeler.get('overlays');
    overlays.remove({ type: 'qliento-live' });
    for (const [id, n] of Object.entries(JSON.parse(json))) {
      if (n > 0 && this.modeler.get('elementRegistry').get(id)) {
        const html = document.createElement('div');
        html.className = 'q-live';
        html.textContent = String(n);
        overlays.add(id, 'qliento-live', { position: { bottom: 9, left: 9 }, html });
      }
    }
  }

  /** Shows the way of a conversation: `{ visits: [element ids in order], now: id or null }`, as JSON. */
  setPath(json) {
    const path = JSON.parse(json);
    this.modeler.get('path').set(path.visits);
    this.mark(path.now ? [path.now] : []);
  }

  _frame(readOnly) {
    const part = (name, role) => {
      const made = document.createElement('div');
      made.className = `q-${name}`;
      if (role) {
        made.setAttribute('role', role);
      }
      return made;
    };
    const [left, middle, right] = [part('palette', 'group'), part('middle'), part('properties', 'group')];
    const [toolbar, canvas, bottom] = [part('toolbar', 'toolbar'), part('board'), part('problems', 'group')];
    this.left = left;
    left.hidden = this.given.readOnly;
    this.notices = part('notices');
    middle.append(toolbar, this.notices, canvas, bottom);
    const grip = resizable(this, right);
    this.replaceChildren(left, middle, grip, right);
    return { host: this, readOnly, left, toolbar, canvas, right, bottom, grip };
  }
}

customElements.define('qliento-canvas', QlientoCanvas);
