import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import './board.css';
import './panels.css';
import './properties.css';
import { createBoard } from './board.js';
import { readable } from './reading.js';
import { resizable } from './resize.js';

const QUIET_MILLIS = 800;

/**
 * The drawing board: blocks at the left, the flow in the middle, what the selected block says at the right, problems
 * below. The flow comes and goes as BPMN text; everything that stands in a file is kept.
 *
 * Fires `qliento-ready` once, `qliento-changing` at each change, `qliento-changed` with `detail.xml` 800 ms after the
 * last one, and `qliento-selection` with `detail.id`.
 */
class QlientoCanvas extends HTMLElement {
  /** Builds the board once; `setup` is `{ blocks, language, readOnly }`. */
  setup(json) {
    const { blocks, language, readOnly } = JSON.parse(json);
    this.readOnly = readOnly;
    this.toggleAttribute('read-only', readOnly);
    this.modeler = createBoard(this._frame(readOnly), language);
    this.modeler.get('blocks').set(blocks);
    this.modeler.on('commandStack.changed', () => this.changed());
    this.modeler.on('selection.changed', ({ newSelection: [first, second] }) =>
      this._fire('qliento-selection', { id: first && !second ? first.id : null }));
    this._fire('qliento-ready');
  }

  /** Shows a flow; undo begins anew. A file without a drawing gets one, else it is left as it is. */
  async open(xml) {
    clearTimeout(this.quiet);
    this.opening = true;
    try {
      await this.modeler.importXML(await readable(xml));
      this.zoomToFit();
    } finally {
      this.opening = false;
    }
  }

  /** The flow as it is this moment; a change that waits to be told counts as told. */
  async file() {
    const { xml } = await this.modeler.saveXML({ format: true });
    clearTimeout(this.quiet);
    return xml;
  }

  /** The flow as a picture that stands alone. */
  async picture() {
    return (await this.modeler.saveSVG()).svg;
  }

  undo() {
    this.modeler.get('commandStack').undo();
  }

  redo() {
    this.modeler.get('commandStack').redo();
  }

  zoomToFit() {
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
    this._fire('qliento-changing');
    clearTimeout(this.quiet);
    this.quiet = setTimeout(async () => this._fire('qliento-changed', { xml: await this.file() }), QUIET_MILLIS);
  }

  /** What the checker found. */
  setProblems(json) {
    this.modeler.get('problems').set(JSON.parse(json));
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
