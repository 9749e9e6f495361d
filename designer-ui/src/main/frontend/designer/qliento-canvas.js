/**
 * The drawing board: blocks at the left, the flow in the middle, what the selected block says at the right, problems
 * below. The flow comes and goes as BPMN text; everything that stands in a file is kept.
 */
import Modeler from 'bpmn-js/lib/Modeler';
import gridModule from 'diagram-js-grid';
import camundaModdle from 'camunda-bpmn-moddle/resources/camunda.json';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import blocksModule from './features/blocks/index.js';
import paletteModule from './features/palette/index.js';
import problemsModule from './features/problems/index.js';
import propertiesModule from './features/properties/index.js';
import rendererModule from './features/renderer/index.js';
import './designer.css';

const QUIET_MILLIS = 800;

class QlientoCanvas extends HTMLElement {
  /** Builds the board once; `setup` is `{ blocks, words, readOnly }`. */
  setup(json) {
    const { blocks, words, readOnly } = JSON.parse(json);
    this.readOnly = readOnly;
    const [palette, board, properties, problems] = ['q-palette', 'q-board', 'q-properties', 'q-problems'].map((name) => {
      const part = document.createElement('div');
      part.className = name;
      return part;
    });
    palette.setAttribute('role', 'group');
    palette.setAttribute('aria-label', words.blocks);
    properties.setAttribute('role', 'group');
    properties.setAttribute('aria-label', words.properties);
    this.replaceChildren(palette, board, properties, problems);
    this.modeler = new Modeler({
      container: board,
      moddleExtensions: { camunda: camundaModdle },
      additionalModules: [blocksModule, rendererModule, paletteModule, propertiesModule, problemsModule, gridModule],
    });
    this.modeler.get('chatBlocks').set(blocks);
    this.modeler.get('chatPalette').show(palette, words);
    this.modeler.get('chatProperties').show(properties, words, readOnly);
    this.modeler.get('chatProblems').show(problems, words);
    this.modeler.on('commandStack.changed', () => this.changed());
    palette.hidden = readOnly;
    this.dispatchEvent(new CustomEvent('qliento-ready'));
  }

  async open(xml) {
    await this.modeler.importXML(xml);
    this.modeler.get('canvas').zoom('fit-viewport', 'auto');
  }

  /** The flow as it is this moment; a change that waits to be told counts as told. */
  async file() {
    clearTimeout(this.quiet);
    return (await this.modeler.saveXML({ format: true })).xml;
  }

  undo() {
    this.modeler.get('commandStack').undo();
  }

  redo() {
    this.modeler.get('commandStack').redo();
  }

  zoomToFit() {
    this.modeler.get('canvas').zoom('fit-viewport', 'auto');
  }

  changed() {
    if (this.readOnly) {
      return;
    }
    this.dispatchEvent(new CustomEvent('qliento-changing'));
    clearTimeout(this.quiet);
    this.quiet = setTimeout(async () => {
      const { xml } = await this.modeler.saveXML({ format: true });
      this.dispatchEvent(new CustomEvent('qliento-changed', { detail: { xml } }));
    }, QUIET_MILLIS);
  }

  setProblems(json) {
    this.modeler.get('chatProblems').set(JSON.parse(json));
  }
}

customElements.define('qliento-canvas', QlientoCanvas);
