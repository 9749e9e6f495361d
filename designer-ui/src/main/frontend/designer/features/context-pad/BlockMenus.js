import { is } from 'bpmn-js/lib/util/ModelUtil';
import { iconOf, iconSvg } from '../../icons.js';

/** Menus of blocks with a search: what to add (N), what to change into (R). */
export default class BlockMenus {
  static $inject = ['popupMenu', 'blocks', 'blockCommands', 'words', 'keyboard', 'selection', 'canvas', 'shell'];

  constructor(popupMenu, blocks, blockCommands, words, keyboard, selection, canvas, shell) {
    Object.assign(this, { popupMenu, blocks, words, selection, canvas, shell });
    popupMenu.registerProvider(
      'qliento-append',
      this._provider(
        (element, block) => blockCommands.append(element, block),
        () => true,
      ),
    );
    popupMenu.registerProvider(
      'qliento-change',
      this._provider(
        (element, block) => blockCommands.change(element, block),
        (block, element) => block !== blocks.of(element),
      ),
    );
    keyboard.addListener(1500, ({ keyEvent }) => this._key(keyEvent));
  }

  /** Asks which block to add after an element. */
  append(element, event) {
    this._open('qliento-append', 'append', element, event);
  }

  /** Asks which block to change an element into. */
  change(element, event) {
    this._open('qliento-change', 'change', element, event);
  }

  _open(id, title, element, event) {
    const box = event?.target?.getBoundingClientRect?.();
    const shown = this.canvas.getAbsoluteBBox(element);
    const frame = this.canvas.getContainer().getBoundingClientRect();
    const position = box?.width
      ? { x: box.left, y: box.bottom + 4 }
      : { x: frame.left + shown.x + shown.width, y: frame.top + shown.y };
    this.popupMenu.open(
      element,
      id,
      { ...position, cursor: position },
      { title: this.words(title), width: 280, search: true },
    );
  }

  _key(event) {
    const element = this.selection.get()[0];
    const key = event.key.toLowerCase();
    if (!element || event.ctrlKey || event.metaKey || event.altKey || this.shell.readOnly) {
      return undefined;
    }
    if (key === 'n' && !is(element, 'bpmn:EndEvent')) {
      this.append(element);
      return true;
    }
    if (key === 'r' && is(element, 'bpmn:FlowNode') && !this.shell.host.hasAttribute('advanced')) {
      this.change(element);
      return true;
    }
    return undefined;
  }

  _provider(run, fits) {
    const entry = (element, block) => ({
      label: block.label,
      description: block.help,
      group: { id: block.group, name: block.groupLabel },
      imageHtml: `<span class="q-menu-icon q-of-${block.group}">${iconSvg(iconOf(block))}</span>`,
      action: () => run(element, block),
    });
    return {
      getPopupMenuEntries: (element) =>
        Object.fromEntries(
          this.blocks.all
            .filter((block) => block.type !== 'bpmn:StartEvent' && fits(block, element))
            .map((block) => [block.key, entry(element, block)]),
        ),
    };
  }
}
