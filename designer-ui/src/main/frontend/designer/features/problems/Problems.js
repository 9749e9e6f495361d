import { h } from 'preact';
import { Icon, panel } from '../../ui.js';
import { iconSvg } from '../../icons.js';

/** As many as anybody looks at; the others follow on request. */
const SHOWN = 100;

/**
 * What the checker found: a bar with the list, and a mark on each element concerned.
 *
 * @typedef {{severity: string, code: string, elementId: ?string, elementName: ?string, message: string,
 *   repair: ?import('./Repairs.js').Repair}} Problem
 */
export default class Problems {
  static $inject = [
    'eventBus',
    'shell',
    'overlays',
    'canvas',
    'elementRegistry',
    'selection',
    'words',
    'repairs',
    'pages',
  ];

  constructor(eventBus, shell, overlays, canvas, elementRegistry, selection, words, repairs, pages) {
    Object.assign(this, { eventBus, overlays, canvas, elementRegistry, selection, words, repairs, pages });
    this.fixed = shell.readOnly;
    this.repaired = new Set();
    this.all = false;
    /** @type {Problem[]} */
    this.found = [];
    this.open = false;
    this.redraw = panel(eventBus, shell.bottom, ['problems.changed'], () => h(Bar, { problems: this }));
    // Findings may come before the drawing they are about has been drawn: marks are set again when it is there.
    eventBus.on('import.done', () => this.set(this.found));
  }

  /** Replaces what was found. */
  set(found) {
    const rank = (problem) => (problem.severity === 'ERROR' ? 0 : 1);
    this.found = [...found].sort((a, b) => rank(a) - rank(b));
    this.repaired.clear();
    this.overlays.remove({ type: 'qliento-problem' });
    new Set(found.map((problem) => problem.elementId)).forEach((id) => this._mark(id));
    this.eventBus.fire('problems.changed');
  }

  /** What was found at an element. */
  at(id) {
    return this.found.filter((problem) => problem.elementId === id);
  }

  /** The gravest severity at an element, if any. */
  worst(id) {
    return this.at(id)[0]?.severity;
  }

  /** Selects an element, moves it into view and lets it flash. */
  async jump(id) {
    if (id && !this.elementRegistry.get(id)) {
      await this.pages.showWith(id);
    }
    const element = id && this.elementRegistry.get(id);
    if (element?.parent) {
      this.selection.select(element);
      this.canvas.scrollToElement(element, { top: 120, bottom: 120, left: 120, right: 120 });
      this.canvas.addMarker(element, 'q-flash');
      setTimeout(() => this.elementRegistry.get(id) && this.canvas.removeMarker(id, 'q-flash'), 1500);
    }
  }

  /** Whether one press mends it. */
  mends(problem) {
    return !this.fixed && this.repairs.can(problem.repair);
  }

  /** Mends it, as one step of undo; the check that follows the change tells whether it is gone. */
  mend(problem) {
    if (this.repaired.has(problem)) {
      return; // a second press before the list is drawn again
    }
    this.repairs.apply(problem.repair);
    this.repaired.add(problem);
    this.jump(problem.elementId);
    this.redraw();
  }

  _mark(id) {
    const element = id && this.elementRegistry.get(id);
    if (element?.parent) {
      const severity = this.worst(id);
      const html = document.createElement('div');
      html.className = `q-flag q-${severity.toLowerCase()}`;
      html.title = this.at(id)
        .map((problem) => problem.message)
        .join('\n');
      html.insertAdjacentHTML('beforeend', iconSvg(severity === 'ERROR' ? 'error' : 'alert'));
      this.overlays.add(element, 'qliento-problem', {
        position: { top: -9, ...(element.waypoints ? { left: -9 } : { right: 9 }) },
        html,
      });
    }
  }
}

function Bar({ problems }) {
  const { words, found } = problems;
  const errors = found.filter((p) => p.severity === 'ERROR').length;
  const worst = errors > 0 ? 'error' : found.length > 0 ? 'warning' : 'good';
  const state = { error: 'bad', warning: 'warn', good: 'good' };
  return h(
    'details',
    {
      open: problems.open,
      onToggle: (e) => {
        problems.open = e.currentTarget.open;
        problems.redraw();
      },
    },
    h(
      'summary',
      { class: state[worst] },
      h(Icon, { name: { error: 'error', warning: 'alert', good: 'check' }[worst] }),
      h(
        'span',
        { role: 'status' },
        found.length === 0
          ? words('problems.none')
          : words('problems.n', { n: found.length, errors, warnings: found.length - errors }),
      ),
      h(Icon, { name: 'chevron' }),
    ),
    h(
      'ul',
      { 'aria-label': words('problems') },
      found.slice(0, problems.all ? found.length : SHOWN).map((problem, i) => h(Row, { key: i, problems, problem })),
      found.length > SHOWN &&
        !problems.all &&
        h(
          'li',
          null,
          h(
            'button',
            {
              type: 'button',
              class: 'q-more',
              onClick: () => {
                problems.all = true;
                problems.redraw();
              },
            },
            words('problems.all', { n: found.length }),
          ),
        ),
    ),
  );
}

function Row({ problems, problem }) {
  const { words } = problems;
  const kind = problem.severity === 'ERROR' ? 'error' : 'warning';
  const done = problems.repaired.has(problem);
  const action = problem.repair && actionOf(problem.repair, words);
  return h(
    'li',
    { class: `q-${kind}` },
    h(
      'button',
      { type: 'button', class: 'q-jump', onClick: () => problems.jump(problem.elementId) },
      h(Icon, { name: kind === 'error' ? 'error' : 'alert' }),
      h('span', { class: 'q-sr' }, words(`problem.${kind}`)),
      h('b', null, problem.elementName || problem.elementId || words('problems.file')),
      h('span', null, problem.message),
    ),
    done && h('span', { class: 'q-mended', role: 'status' }, h(Icon, { name: 'check' }), words('repair.done')),
    !done &&
      problems.mends(problem) &&
      h(
        'button',
        {
          type: 'button',
          class: 'q-mend',
          'aria-label': `${words('repair')}: ${action}`,
          title: words('repair.help'),
          onClick: () => problems.mend(problem),
        },
        h(Icon, { name: 'wrench' }),
        action,
      ),
  );
}

function actionOf({ kind, arguments: { value, to } }, words) {
  return kind === 'set' && !value ? words('repair.remove') : words(`repair.${kind}`, { value, to });
}
