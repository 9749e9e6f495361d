import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Icon, panel } from '../../ui.js';
import { iconOf } from '../../icons.js';
import { sampleOf } from '../blocks/Blocks.js';
import Outline from './Outline.js';

/** The blocks to build with, by group; and the outline of what is built, in a second tab. */
export default class BlockPalette {
  static $inject = [
    'eventBus',
    'shell',
    'blocks',
    'blockFactory',
    'blockCommands',
    'create',
    'selection',
    'words',
    'canvas',
    'elementRegistry',
    'problems',
    'undrawn',
  ];

  constructor(
    eventBus,
    shell,
    blocks,
    blockFactory,
    blockCommands,
    create,
    selection,
    words,
    canvas,
    elementRegistry,
    problems,
    undrawn,
  ) {
    Object.assign(this, {
      shell,
      blocks,
      blockFactory,
      blockCommands,
      create,
      selection,
      words,
      canvas,
      elementRegistry,
      problems,
      undrawn,
    });
    panel(
      eventBus,
      shell.left,
      [
        'blocks.changed',
        'import.done',
        'elements.changed',
        'shape.removed',
        'selection.changed',
        'problems.changed',
        'undrawn.changed',
      ],
      () => h(Panel, { palette: this }),
    );
  }

  /** Adds a block after what is selected. */
  add(block) {
    this.blockCommands.append(this.selection.get()[0], block);
    this.shell.host.classList.remove('q-show-left');
    this.canvas.focus();
  }

  /** Lets the pointer carry a new block to its place. */
  drag(event, block) {
    event.preventDefault();
    this.create.start(event, this.blockFactory.shape(block));
  }
}

function Panel({ palette }) {
  const { words, shell } = palette;
  const [wanted, setTab] = useState('palette');
  const tab = shell.readOnly ? 'outline' : wanted;
  const tabs = (shell.readOnly ? ['outline'] : ['palette', 'outline']).map((id) =>
    h(
      'button',
      {
        key: id,
        type: 'button',
        role: 'tab',
        id: `q-tab-${id}`,
        'aria-selected': String(tab === id),
        'aria-controls': 'q-left-panel',
        onClick: () => setTab(id),
      },
      words(`${id}.title`),
    ),
  );
  return [
    h('div', { class: 'q-tabs', role: 'tablist' }, tabs),
    h(
      'div',
      { class: 'q-left-body', id: 'q-left-panel', role: 'tabpanel', 'aria-labelledby': `q-tab-${tab}` },
      tab === 'palette' ? h(Groups, { palette }) : h(Outline, palette),
    ),
  ];
}

/** What a block does, and how it may look. */
const hint = (block) => [block.help, sampleOf(block)].filter(Boolean).join('\n');

function Groups({ palette }) {
  const { words, blocks } = palette;
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const found = blocks.all.filter((b) => `${b.label} ${b.help} ${b.groupLabel}`.toLowerCase().includes(wanted));
  const groups = [...new Set(found.map((block) => block.group))];
  return [
    h(
      'label',
      { class: 'q-search' },
      h(Icon, { name: 'search' }),
      h('input', {
        type: 'search',
        placeholder: words('palette.search'),
        'aria-label': words('palette.search'),
        value: query,
        onInput: (e) => setQuery(e.target.value),
        onKeyDown: (e) => e.key === 'Enter' && found[0] && palette.add(found[0]),
      }),
    ),
    found.length === 0 && h('p', { class: 'q-hint' }, words('palette.none')),
    groups.map((group) =>
      h(
        'section',
        { key: group, class: `q-group q-of-${group}` },
        h('h3', null, found.find((block) => block.group === group).groupLabel),
        found
          .filter((block) => block.group === group)
          .map((block) =>
            h(
              'button',
              {
                key: block.key,
                type: 'button',
                class: 'q-palette-entry',
                draggable: true,
                title: hint(block),
                'data-block': block.key,
                onClick: () => palette.add(block),
                onDragStart: (e) => palette.drag(e, block),
              },
              h(Icon, { name: iconOf(block) }),
              h('span', null, block.label),
            ),
          ),
      ),
    ),
    h('p', { class: 'q-hint' }, words('palette.hint')),
  ];
}
