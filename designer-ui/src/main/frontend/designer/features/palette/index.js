/** The blocks to choose from, by group: drag one onto the canvas, or press it to have it appended. */
import { icon } from '../../icons.js';

export class ChatPalette {
  constructor(chatBlocks, create, autoPlace, selection, elementRegistry, canvas, modeling) {
    Object.assign(this, { chatBlocks, create, autoPlace, selection, elementRegistry, canvas, modeling });
  }

  /** Shows the blocks in this element. */
  show(host, words) {
    const search = document.createElement('input');
    search.type = 'search';
    search.placeholder = words.search;
    search.setAttribute('aria-label', words.search);
    const groups = document.createElement('div');
    search.addEventListener('input', () => this.fill(groups, search.value));
    host.replaceChildren(search, groups);
    this.fill(groups, '');
  }

  fill(host, wanted) {
    const text = wanted.trim().toLowerCase();
    const found = this.chatBlocks.all.filter((block) => `${block.label} ${block.help}`.toLowerCase().includes(text));
    const groups = [...new Set(found.map((block) => block.group))];
    host.replaceChildren(
      ...groups.map((group) => {
        const blocks = found.filter((block) => block.group === group);
        const section = document.createElement('section');
        const title = document.createElement('h3');
        title.textContent = blocks[0].groupLabel;
        section.append(title, ...blocks.map((block) => this.entry(block)));
        return section;
      }),
    );
  }

  entry(block) {
    const entry = document.createElement('button');
    entry.type = 'button';
    entry.draggable = true;
    entry.className = `q-palette-entry q-${block.group}`;
    entry.title = block.help;
    entry.dataset.block = block.key;
    const name = document.createElement('span');
    name.textContent = block.label;
    entry.append(icon(block.key), name);
    entry.addEventListener('dragstart', (event) => {
      event.preventDefault();
      this.create.start(event, this.chatBlocks.create(block));
    });
    entry.addEventListener('click', () => this.append(block));
    return entry;
  }

  /** After what is selected, else after the last block that leads nowhere. */
  append(block) {
    const shape = this.chatBlocks.create(block);
    const from = this.selection.get().find((one) => one.type !== 'bpmn:EndEvent' && one.waypoints === undefined) ?? this.last();
    if (from) {
      const placed = this.autoPlace.append(from, shape);
      this.selection.select(placed);
      this.canvas.scrollToElement(placed, 80);
    } else {
      const root = this.canvas.getRootElement();
      const view = this.canvas.viewbox();
      this.selection.select(this.modeling.createShape(shape, { x: view.x + view.width / 2, y: view.y + view.height / 2 }, root));
    }
  }

  last() {
    return this.elementRegistry
      .filter((one) => one.businessObject?.$instanceOf?.('bpmn:FlowNode') && !one.labelTarget && one.type !== 'bpmn:EndEvent' && !one.outgoing?.length)
      .sort((a, b) => b.x - a.x)[0];
  }
}

ChatPalette.$inject = ['chatBlocks', 'create', 'autoPlace', 'selection', 'elementRegistry', 'canvas', 'modeling'];

/** BPMN's own palette stays away: everything a chat needs is among the blocks. */
class NoPalette {
  constructor(palette) {
    palette.registerProvider(100, { getPaletteEntries: () => () => ({}) });
  }
}

NoPalette.$inject = ['palette'];

/** Beside a selected block: what connects and removes; blocks are appended from the palette. */
class FewerPads {
  constructor(contextPad) {
    contextPad.registerProvider(100, {
      getContextPadEntries: () => (entries) =>
        Object.fromEntries(Object.entries(entries).filter(([name]) => name === 'connect' || name === 'delete')),
    });
  }
}

FewerPads.$inject = ['contextPad'];

export default {
  __init__: ['chatPalette', 'noPalette', 'fewerPads'],
  chatPalette: ['type', ChatPalette],
  noPalette: ['type', NoPalette],
  fewerPads: ['type', FewerPads],
};
