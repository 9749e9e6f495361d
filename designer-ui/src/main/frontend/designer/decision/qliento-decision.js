import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression-controls.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn-embedded.css';
import '../tokens.css';
import './decision.css';
import Modeler from 'dmn-js/lib/Modeler';
import NavigatedViewer from 'dmn-js/lib/NavigatedViewer';
import SafeCommands from '../features/safe-commands/index.js';
import { Keeping } from '../keeping.js';
import { kept } from '../kept-text.js';
import { notice, quiet } from '../notice.js';
import { wordsOf } from '../texts.js';
import { boardWords } from './board-words.js';
import tableTools from './table-tools.js';
import keepTogether from './keep-together.js';
import { asKnown } from './versions.js';

/** What a press sets right: a table and its model say different types of the same value. */
const APART = ['types-input', 'types-result', 'types-parts', 'types-list'];
const ICONS = { drd: 'drd', decisionTable: 'table', literalExpression: 'expression', boxedExpression: 'expression' };

/** After this long nothing typed is still on its way into the model. */
const SETTLED_MILLIS = 350;

/** The reader says these too, and keeps what they are about. */
const KEPT = /^(?:unknown attribute|unsupported document encoding) </;
const firstLine = (message) =>
  String(message)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('; ')
    .slice(0, 200);

/** What the reader left out first, in its words; nothing when it read all. */
function droppedOf(warnings = []) {
  const first = warnings.find(({ message }) => !KEPT.test(message));
  return first && firstLine(first.message);
}

/**
 * A decision on the board: its diagram, its tables and expressions, one at a time. It comes and goes as DMN text.
 *
 * Fires `qliento-ready` once, what {@link Keeping} fires, and `qliento-ask-input` when a person wants a column for a table.
 */
class QlientoDecision extends Keeping(HTMLElement) {
  problems = [];
  traces = [];

  /** Builds the board once; `setup` is `{ words, own, readOnly }`: ours, and what the board says itself. */
  setup(json) {
    const { words, own, readOnly } = JSON.parse(json);
    this.readOnly = readOnly;
    this.mayEdit = !readOnly;
    this.own = own;
    this.words = wordsOf(words);
    this.tabs = this._part('views', 'tablist');
    this.tabs.setAttribute('aria-label', this.words('decision.views'));
    this.board = this._part('sheet');
    this.notice = this._part('sheet-notice', 'status');
    this.notice.hidden = true;
    this.notices = this._part('notices');
    this.list = this._part('sheet-problems', 'group');
    this.list.setAttribute('aria-label', this.words('problems'));
    this.replaceChildren(this.tabs, this.notices, this.notice, this.board, this.list);
    this._build();
    new MutationObserver(() => this._soon()).observe(this.board, { childList: true, subtree: true });
    this._fire('qliento-ready');
  }

  _build() {
    this.modeler?.destroy();
    const Board = this.readOnly ? NavigatedViewer : Modeler;
    const words = boardWords(this.own);
    const speaking = { additionalModules: [words, SafeCommands] };
    this.modeler = new Board({
      container: this.board,
      common: { keyboard: { bindTo: this.board } },
      drd: speaking,
      literalExpression: speaking,
      boxedExpression: speaking,
      decisionTable: { additionalModules: [words, SafeCommands, ...(this.readOnly ? [] : [tableTools, keepTogether])] },
    });
    this.modeler.on('views.changed', () => this._showTabs());
    this.modeler.on('viewer.created', ({ viewer }) => {
      viewer.on('commandStack.changed', ({ trigger }) => {
        if (trigger !== 'failed') {
          this.changed();
        }
      });
      viewer.on('elements.changed', () => this.changed());
      viewer.on('commands.failed', ({ whole }) => this._failed(whole));
      viewer.on('table.ask-input', () => this._fire('qliento-ask-input'));
    });
  }

  /**
   * Shows a model; the view that was open stays so if it is still there. What the board can't read whole is shown and
   * not changed: saving it would lose the rest.
   *
   * @param {number} mended how many ids had to be others, and some of them in `ids`
   */
  async open(xml, mended = 0, ids = '') {
    this.opening = true;
    this.noted();
    this.saved();
    this.last = xml;
    quiet(this.notices, 'failed');
    const told = mended ? [this.words('decision.ids', { n: mended, ids })] : [];
    const before = this.modeler.getActiveView()?.id;
    try {
      const { xml: known, lost } = await asKnown(xml);
      this._edit(!lost);
      const dropped = droppedOf((await this.modeler.importXML(known, { open: false })).warnings);
      if (dropped) {
        this._edit(false);
        await this.modeler.importXML(known, { open: false });
        told.push(this.words('decision.dropped', { why: dropped }));
      } else if (lost) {
        told.push(this.words('decision.newer'));
      }
      const views = this.modeler.getViews();
      const same = views.find((view) => view.id === before);
      const table = views.find((view) => view.type === 'decisionTable');
      if (views.length) {
        await this.modeler.open(same ?? table ?? views[0]);
      }
    } catch (error) {
      this._edit(false);
      told.push(this.words('decision.dropped', { why: firstLine(error.message) }));
    } finally {
      this.opening = false;
    }
    this.notice.hidden = !told.length;
    this.notice.textContent = told.join(' ');
    this._marks();
  }

  /** Shows a newer model as {@link open}, unless something here is not kept yet; gives whether it is shown. */
  async follow(xml, mended, ids) {
    // What is being typed counts as changed a moment later.
    await new Promise((settled) => {
      setTimeout(settled, SETTLED_MILLIS);
    });
    if (this.unsaved) {
      return false;
    }
    await this.open(xml, mended, ids);
    return true;
  }

  /** The model as it is this moment. */
  async file() {
    this.noted();
    this.last = kept((await this.modeler.saveXML({ format: true })).xml);
    return this.last;
  }

  /** As far as its person may. */
  _edit(whole) {
    const readOnly = !(whole && this.mayEdit);
    if (readOnly !== this.readOnly) {
      this.readOnly = readOnly;
      this._build();
    }
  }

  /** What a command did before it failed is taken back; when that is not possible, the table is as it was told last. */
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

  /** Adds a column to the table that is open, else to the first; see `TableTools.addInput`. */
  async addInput(json) {
    (await this._table())?.addInput(JSON.parse(json));
  }

  /** Adds a row for these values to the table that is open, else to the first; see `TableTools.addExample`. */
  async addExample(json) {
    (await this._table())?.addExample(JSON.parse(json));
  }

  async _table() {
    const isTable = (view) => view?.type === 'decisionTable';
    if (!isTable(this.modeler.getActiveView())) {
      const first = this.modeler.getViews().find(isTable);
      if (!first || this.readOnly) {
        return null;
      }
      await this.modeler.open(first);
    }
    return this.modeler.getActiveViewer().get('tableTools', false);
  }

  /** What the check found, a JSON array. */
  setProblems(json) {
    this.problems = JSON.parse(json);
    this._showProblems();
    this._marks();
  }

  /** Rows that were looked at: `[{ rule, matched, counted, missed: [cell ids] }]`, as JSON; an empty list takes all marks away. */
  setTraces(json) {
    this.traces = JSON.parse(json);
    this._marks();
  }

  /** Opens the view that has this element and shows it. */
  async select(id, decision) {
    const views = this.modeler.getViews();
    const view = views.find(({ element }) => element.name === decision && element.$type === 'dmn:Decision') ?? views[0];
    await this.modeler.open(view);
    requestAnimationFrame(() => {
      const at = this.board.querySelector(
        `[data-element-id="${CSS.escape(id)}"], [data-row-id="${CSS.escape(id)}"], [data-col-id="${CSS.escape(id)}"]`,
      );
      at?.scrollIntoView({ block: 'center', inline: 'center' });
      at?.focus?.();
    });
  }

  _showTabs() {
    const active = this.modeler.getActiveView();
    this.tabs.replaceChildren(
      ...this.modeler.getViews().map((view) => {
        const tab = document.createElement('button');
        tab.type = 'button';
        tab.className = `q-view-tab q-view-${ICONS[view.type] ?? 'drd'}`;
        tab.setAttribute('role', 'tab');
        tab.setAttribute('aria-selected', String(view.id === active?.id && view.type === active?.type));
        tab.textContent = view.type === 'drd' ? this.words('decision.drd') : view.name || view.id;
        tab.addEventListener('click', () => this.modeler.open(view));
        return tab;
      }),
    );
    this._soon();
  }

  _showProblems() {
    this.list.hidden = !this.problems.length;
    this.list.replaceChildren(
      ...this.problems.flatMap((problem) => {
        const line = this._button(`q-sheet-problem ${problem.error ? 'bad' : 'warn'}`, problem.message, () =>
          this.select(problem.elementId ?? '', problem.decision),
        );
        return APART.includes(problem.code) && !this.readOnly
          ? [line, this._button('q-sheet-repair', this.words('repair'), () => this._repair(problem))]
          : [line];
      }),
    );
  }

  /** One step: undo brings back what was there. */
  async _repair({ decision }) {
    const view = this.modeler
      .getViews()
      .find(({ type, element }) => type === 'decisionTable' && element.name === decision);
    if (view && !this.readOnly) {
      await this.modeler.open(view);
      this.modeler.getActiveViewer().get('keepTogether').repair();
    }
  }

  _button(className, text, press) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = className;
    made.textContent = text;
    made.addEventListener('click', press);
    return made;
  }

  /** The tables draw themselves anew at will: marks are put back then. */
  _soon() {
    cancelAnimationFrame(this.marking);
    this.marking = requestAnimationFrame(() => this._marks());
  }

  _marks() {
    const [bad, warn, hit, counted, missed] = [new Map(), new Map(), new Set(), new Set(), new Set()];
    for (const { elementId, error, inPlace } of this.problems) {
      if (elementId) {
        (error ? bad : warn).set(elementId, inPlace);
      }
    }
    for (const trace of this.traces) {
      if (trace.matched) {
        hit.add(trace.rule);
      }
      if (trace.counted) {
        counted.add(trace.rule);
      }
      trace.missed.forEach((cell) => missed.add(cell));
    }
    const of = (cell, ids) =>
      ids.get(cell.dataset.elementId) ?? ids.get(cell.dataset.rowId) ?? ids.get(cell.dataset.colId);
    for (const cell of this.board.querySelectorAll('[data-element-id], [data-row-id], [data-col-id]')) {
      const [error, warning] = [of(cell, bad), of(cell, warn)];
      cell.classList.toggle('q-cell-bad', error !== undefined);
      cell.classList.toggle('q-cell-warn', error === undefined && warning !== undefined);
      if (error ?? warning) {
        cell.title = error ?? warning;
      }
      cell.classList.toggle('q-cell-hit', hit.has(cell.dataset.rowId));
      cell.classList.toggle('q-cell-counted', counted.has(cell.dataset.rowId));
      cell.classList.toggle('q-cell-missed', missed.has(cell.dataset.elementId));
    }
  }

  _part(name, role) {
    const made = document.createElement('div');
    made.className = `q-${name}`;
    if (role) {
      made.setAttribute('role', role);
    }
    return made;
  }
}

customElements.define('qliento-decision', QlientoDecision);
