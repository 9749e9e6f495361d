import { h } from 'preact';
import { IconButton, panel } from '../../ui.js';
import Shortcuts from './Shortcuts.js';

/** What is done to the drawing as a whole. */
export default class Toolbar {
  static $inject = [
    'eventBus',
    'shell',
    'words',
    'commandStack',
    'editorActions',
    'selection',
    'grid',
    'minimap',
    'keyboard',
    'canvas',
    'zoomScroll',
    'tidyUp',
  ];

  constructor(
    eventBus,
    shell,
    words,
    commandStack,
    editorActions,
    selection,
    grid,
    minimap,
    keyboard,
    canvas,
    zoomScroll,
    tidyUp,
  ) {
    Object.assign(this, {
      shell,
      words,
      commandStack,
      editorActions,
      selection,
      grid,
      minimap,
      canvas,
      zoomScroll,
      tidyUp,
    });
    this.help = false;
    this.redraw = panel(
      eventBus,
      shell.toolbar,
      ['commandStack.changed', 'selection.changed', 'import.done', 'grid.toggle', 'minimap.toggle'],
      () => h(Bar, { toolbar: this }),
    );
    keyboard.addListener(({ keyEvent }) => (keyEvent.key === '?' ? this.showHelp(true) : undefined));
  }

  /** Shows or hides the page of shortcuts. */
  showHelp(shown) {
    this.help = shown;
    this.redraw();
    return true;
  }

  /** Shows all of the flow, not larger than drawn. */
  fit() {
    this.canvas.resized();
    this.canvas.zoom('fit-viewport', 'auto');
    if (this.canvas.zoom() > 1) {
      this.canvas.zoom(1, 'auto');
    }
  }

  /** Shows or hides what only BPMN experts need. */
  toggleAdvanced() {
    this.shell.host.toggleAttribute('advanced');
    this.selection.select(this.selection.get());
    this.redraw();
  }
}

/** Which drawing of a file is shown, when it has several. */
function Pages({ toolbar: { pages, words } }) {
  const all = pages?.list() ?? [];
  const show = (event) => pages.show(all[Number(event.target.value)]);
  return all.length < 2
    ? null
    : h(
        'select',
        { class: 'q-pages', 'aria-label': words('pages'), onChange: show },
        all.map(({ label, shown }, i) => h('option', { key: i, value: i, selected: shown }, label)),
      );
}

function Bar({ toolbar }) {
  const { words, commandStack, editorActions, selection, shell, grid, minimap } = toolbar;
  const act = (icon, label, onClick, rest = {}) =>
    h(IconButton, { key: icon, icon, label: words(label), onClick, ...rest });
  const advanced = shell.host.hasAttribute('advanced');
  return [
    act('panel', 'palette.title', () => shell.host.classList.toggle('q-show-left'), { class: 'q-narrow' }),
    !shell.readOnly &&
      h(
        'div',
        { class: 'q-tools' },
        act('undo', 'undo', () => commandStack.undo(), { disabled: !commandStack.canUndo() }),
        act('redo', 'redo', () => commandStack.redo(), { disabled: !commandStack.canRedo() }),
      ),
    h(
      'div',
      { class: 'q-tools' },
      act('zoomOut', 'zoomOut', () => toolbar.zoomScroll.stepZoom(-1)),
      act('fit', 'fit', () => toolbar.fit()),
      act('zoomIn', 'zoomIn', () => toolbar.zoomScroll.stepZoom(1)),
    ),
    !shell.readOnly &&
      selection.get().length > 1 &&
      h(
        'div',
        { class: 'q-tools' },
        act('alignLeft', 'alignLeft', () => editorActions.trigger('alignElements', { type: 'left' })),
        act('alignCenter', 'alignCenter', () => editorActions.trigger('alignElements', { type: 'middle' })),
        act('distribute', 'distribute', () => editorActions.trigger('distributeElements', { type: 'horizontal' })),
      ),
    h(Pages, { toolbar }),
    h('span', { class: 'q-stretch' }),
    h(
      'div',
      { class: 'q-tools' },
      !shell.readOnly &&
        act('tidy', 'tidy', () => toolbar.tidyUp.run(), { disabled: !toolbar.tidyUp.possible(), class: 'q-wide' }),
      act('search', 'search', () => editorActions.trigger('find')),
      act('grid', 'grid', () => grid.toggle(), { pressed: String(grid.isVisible()), class: 'q-wide' }),
      act('map', 'map', () => minimap.toggle(), { pressed: String(Boolean(minimap.isOpen())), class: 'q-wide' }),
      act('keyboard', 'keyboard', () => toolbar.showHelp(true), { class: 'q-wide' }),
    ),
    !shell.readOnly &&
      h(
        'button',
        {
          type: 'button',
          class: 'q-switch',
          role: 'switch',
          'aria-checked': String(advanced),
          'aria-label': words('advanced'),
          title: words('advanced.help'),
          onClick: () => toolbar.toggleAdvanced(),
        },
        h('i'),
        h('span', { class: 'q-wide' }, words('advanced')),
      ),
    act('settings', 'settings', () => shell.host.classList.toggle('q-show-right'), { class: 'q-narrow' }),
    toolbar.help && h(Shortcuts, { words, close: () => toolbar.showHelp(false) }),
  ];
}
