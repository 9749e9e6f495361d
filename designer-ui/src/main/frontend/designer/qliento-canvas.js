import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import './tokens.css';
import './board.css';
import './panels.css';
import './properties.css';
import './media.css';
import { createBoard } from './board.js';
import { Loss } from './fidelity.js';
import { kept } from './kept-text.js';
import { reading } from './reading.js';
import { resizable } from './resize.js';

const QUIET_MILLIS = 800;
const STEP_MILLIS = 240;
const MOST_STEPS = 12;

/**
 * The drawing board: blocks at the left, the flow in the middle, what the selected block says at the right, problems
 * below. The flow comes and goes as BPMN text; everything that stands in a file is kept.
 *
 * Fires `qliento-ready` once, `qliento-changing` at each change, `qliento-changed` with `detail.xml` 800 ms after the
 * last one, and `qliento-selection` with `detail.id`.
 */
class QlientoCanvas extends HTMLElement {
  /** Changes counted: all, those that were told, those that are kept. */
  turn = 0;
  told = 0;
  kept = 0;

  /** Builds the board once; `setup` is `{ blocks, language, readOnly, flow, flows, organisation }`. */
  setup(json) {
    const { blocks, language, readOnly, ...around } = JSON.parse(json);
    this.readOnly = readOnly;
    this.toggleAttribute('read-only', readOnly);
    this.modeler = createBoard(this._frame(readOnly), language, around);
    this.modeler.get('blocks').set(blocks);
    this.modeler.on('commandStack.changed', () => this.changed());
    this.modeler.on('diagram.clear', () => { this.written = undefined; });
    this.modeler.on('selection.changed', ({ newSelection: [first, second] }) =>
      this._fire('qliento-selection', { id: first && !second ? first.id : null }));
    this._fire('qliento-ready');
  }

  /** Shows a flow; undo begins anew, and what was selected stays so if it is still there. A file without a drawing gets one, else it is left as it is. */
  async open(xml) {
    clearTimeout(this.quiet);
    this.opening = true;
    this.told = this.turn;
    this.saved();
    this.found = [];
    const selection = this.modeler.get('selection');
    const selected = selection.get().map(({ id }) => id);
    try {
      await this._read(xml);
      this.zoomToFit();
      selection.select(selected.map((id) => this.modeler.get('elementRegistry').get(id)).filter(Boolean));
    } finally {
      this.opening = false;
    }
    this.modeler.get('problems').set(this.found);
  }

  /** The flow as it is this moment; a change that waits to be told counts as told. */
  async file() {
    this.told = this.turn;
    const { xml } = await this.modeler.saveXML({ format: true });
    clearTimeout(this.quiet);
    // With every step undone it is what it was; the modeler leaves traces of some.
    return this._whole(this.modeler.get('commandStack').canUndo() ? xml : this.written ?? xml);
  }

  /** What the modeler can't keep of the file is noted, to be put back when it is written. */
  async _read(xml) {
    const { file, drawn, named } = await reading(xml);
    await this.modeler.importXML(drawn);
    const { xml: written } = await this.modeler.saveXML({ format: true });
    Object.assign(this, { written, named, loss: Loss.between(file, written) });
  }

  _whole(xml) {
    const clean = kept(xml);
    return this.named(this.loss?.restored(clean) ?? clean);
  }

  /** The flow as a picture that stands alone. */
  async picture() {
    return (await this.modeler.saveSVG()).svg;
  }

  /** What was told is kept. */
  saved() {
    this.kept = this.told;
  }

  /** Whether something was drawn that nobody keeps yet. */
  get unsaved() {
    return this.kept !== this.turn;
  }

  zoomToFit() {
    this.modeler.get('canvas').resized();
    this.modeler.get('toolbar').fit();
  }

  /** Shows the page of its shortcuts. */
  help() {
    this.modeler.get('toolbar').showHelp(true);
  }

  changed() {
    if (this.readOnly || this.opening) {
      return;
    }
    this.turn += 1;
    this._fire('qliento-changing');
    clearTimeout(this.quiet);
    this.quiet = setTimeout(async () => this._fire('qliento-changed', { xml: await this.file() }), QUIET_MILLIS);
  }

  /** What the checker found; while a flow is being opened it waits until it is there. */
  setProblems(json) {
    this.found = JSON.parse(json);
    if (!this.opening) {
      this.modeler.get('problems').set(this.found);
    }
  }

  /** The organisation's files, a JSON array. */
  setFiles(json) {
    this.modeler.get('files').set(JSON.parse(json));
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

  _fire(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
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
    left.hidden = readOnly;
    middle.append(toolbar, canvas, bottom);
    const grip = resizable(this, right);
    this.replaceChildren(left, middle, grip, right);
    return { host: this, readOnly, left, toolbar, canvas, right, bottom, grip };
  }
}

customElements.define('qliento-canvas', QlientoCanvas);
