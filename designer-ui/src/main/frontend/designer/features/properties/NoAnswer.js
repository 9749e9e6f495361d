import { h } from 'preact';
import { getBusinessObject } from 'bpmn-js/lib/util/ModelUtil';
import { Icon } from '../../ui.js';
import { timer } from '../blocks/Blocks.js';

/** The ways a question is left when no answer comes. */
export default function NoAnswer({ board, element }) {
  const { words, commands } = board;
  const attached = element.attachers ?? [];
  const timed = (event) => timer(getBusinessObject(event));
  const add = (label, duration) => h('button', { type: 'button', class: 'q-add',
    onClick: () => board.select(commands.addNoAnswer(element, duration)) }, h(Icon, { name: 'plus' }), words(label));
  return h('div', { class: 'q-field' }, h('div', { class: 'q-label' }, h('span', null, words('noAnswer'))),
    attached.map((event) => h('button', { key: event.id, type: 'button', class: 'q-way', onClick: () => board.select(event) },
      h(Icon, { name: timed(event) ? 'clock' : 'alert' }),
      getBusinessObject(event).name || timed(event)?.get('timeDuration')?.body || words('noAnswer.used'))),
    h('div', { class: 'q-row' }, !attached.some(timed) && add('noAnswer.after', 'PT1H'),
      !attached.some((event) => !timed(event)) && add('noAnswer.used', '')));
}
