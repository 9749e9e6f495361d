import { h } from 'preact';
import { getBusinessObject } from 'bpmn-js/lib/util/ModelUtil';
import { Icon } from '../../ui.js';
import { exitCode, timer } from '../blocks/Blocks.js';

/** The ways a block is left besides its arrow: when time is up, as long as it asks, and by its exits. */
export default function Exits({ board, element, block }) {
  const { words, commands } = board;
  const asks = board.blocks.asks(element);
  const attached = element.attachers ?? [];
  const timed = (event) => timer(getBusinessObject(event));
  const drawn = (exit) => attached.some((event) => exitCode(getBusinessObject(event)) === exit.code);
  const named = (event) =>
    getBusinessObject(event).name ||
    timed(event)?.get('timeDuration')?.body ||
    block.exits.find((exit) => exit.code === exitCode(getBusinessObject(event)))?.label ||
    event.id;
  const add = (label, key, act) =>
    h(
      'button',
      { key, type: 'button', class: 'q-add', onClick: () => board.select(act()) },
      h(Icon, { name: 'plus' }),
      label,
    );
  return h(
    'div',
    { class: 'q-field' },
    h('div', { class: 'q-label' }, h('span', null, words(asks ? 'noAnswer' : 'ways'))),
    attached.map((event) =>
      h(
        'button',
        { key: event.id, type: 'button', class: 'q-way', onClick: () => board.select(event) },
        h(Icon, { name: timed(event) ? 'clock' : 'alert' }),
        named(event),
      ),
    ),
    h(
      'div',
      { class: 'q-row' },
      asks && !attached.some(timed) && add(words('noAnswer.after'), 'time', () => commands.addTimeout(element, 'PT1H')),
      block.exits
        .filter((exit) => !drawn(exit))
        .map((exit) => add(exit.label, exit.code, () => commands.addExit(element, exit))),
    ),
  );
}
