/**
 * A long list. A row opens what its link leads to, by a click beside the link too and by Enter on any of its cells; and while
 * it is brought up to date, rows stay where they are seen, and the focus with its row.
 */
const CONTROLS = 'a, button, input, vaadin-button, vaadin-menu-bar';
const LINK = 'a.q-list-link';

class QList extends HTMLElement {
  connectedCallback() {
    if (!this.listens) {
      this.listens = true;
      this.addEventListener('click', (event) => this.onClick(event));
      this.addEventListener('keydown', (event) => this.onKey(event), true);
      this.addEventListener('focusin', () => this.nameSorters());
    }
  }

  get grid() {
    return this.querySelector('vaadin-grid');
  }

  /** The component says "Sort by" in English only. */
  nameSorters() {
    for (const sorter of this.querySelectorAll('vaadin-grid-sorter')) {
      sorter.setAttribute('aria-label', this.getAttribute('sort').replace('{0}', sorter.textContent));
    }
  }

  onClick(event) {
    const cell = bodyCell(event);
    const used = event
      .composedPath()
      .some((node) => node !== this && node.matches?.(`${CONTROLS}, vaadin-grid-sorter`));
    if (cell && !used && !event.defaultPrevented && window.getSelection().isCollapsed) {
      open(cell.parentElement, event);
    }
  }

  /** A cell with something of its own to press is entered by Enter, as the component does it. */
  onKey(event) {
    const cell = bodyCell(event);
    if (event.key === 'Enter' && cell && cell === event.composedPath()[0]) {
      const own = content(cell)?.querySelector(CONTROLS);
      if ((!own || own.matches(LINK)) && open(cell.parentElement, event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    }
  }

  /** Notes what is seen and where the focus is; called right before rows change. */
  hold() {
    const grid = this.grid;
    const table = grid?.shadowRoot?.querySelector('#table');
    if (!table) {
      return;
    }
    const top = table.getBoundingClientRect().top;
    const seen = rows(grid)
      .map((row) => ({ key: key(row), at: row.getBoundingClientRect() }))
      .filter(({ at }) => at.bottom > top);
    const focus = focused(grid);
    const scrolled = table.scrollTop > 0;
    requestAnimationFrame(() => {
      if (scrolled) {
        stay(grid, table, seen);
      }
      if (focus) {
        refocus(grid, focus);
      }
    });
  }
}

function bodyCell(event) {
  return event.composedPath().find((node) => node.localName === 'td' && node.part.contains('body-cell'));
}

/** What a cell shows lies outside of the component's own tree. */
function content(cell) {
  return cell.querySelector('slot')?.assignedElements()[0];
}

function rows(grid) {
  return [...grid.shadowRoot.querySelectorAll('#items > tr:not([hidden])')].filter(key);
}

function key(row) {
  return row._item?.key;
}

function open(row, { ctrlKey, metaKey, shiftKey }) {
  const link = [...row.cells].map((cell) => content(cell)?.querySelector(LINK)).find(Boolean);
  link?.dispatchEvent(
    new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ctrlKey, metaKey, shiftKey }),
  );
  return Boolean(link);
}

/** The row that is at what, by its column, and which of what the cell holds; null when the focus is elsewhere. */
function focused(grid) {
  const inside = grid.contains(document.activeElement) && document.activeElement !== grid;
  for (const row of rows(grid)) {
    for (const [column, cell] of [...row.cells].entries()) {
      if (cell === grid.shadowRoot.activeElement) {
        return { key: key(row), column, which: -1, element: cell };
      }
      if (inside && content(cell)?.contains(document.activeElement)) {
        const which = [...content(cell).querySelectorAll(CONTROLS)].indexOf(document.activeElement);
        return { key: key(row), column, which, element: document.activeElement };
      }
    }
  }
  return null;
}

/** The first row that was seen and is still near is seen where it was. */
function stay(grid, table, seen) {
  const now = new Map(rows(grid).map((row) => [key(row), row.getBoundingClientRect().top]));
  const known = seen.find((row) => now.has(row.key));
  if (known) {
    table.scrollTop += now.get(known.key) - known.at.top;
  }
}

/** To its row, wherever that is now; not when somebody has gone on meanwhile. */
function refocus(grid, { key: wanted, column, which, element }) {
  const at = grid.shadowRoot.activeElement ?? document.activeElement;
  const row = rows(grid).find((one) => key(one) === wanted);
  const cell = row?.cells[column];
  const target = which < 0 ? cell : content(cell ?? document.body)?.querySelectorAll(CONTROLS)[which];
  if (target && target !== at && (at === element || at === document.body)) {
    target.focus({ preventScroll: true });
  }
}

customElements.define('q-list', QList);
