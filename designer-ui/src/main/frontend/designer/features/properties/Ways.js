import { h } from 'preact';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import { Icon } from '../../ui.js';
import { format, parse } from '../conditions/feel.js';
import { plainCondition } from '../conditions/plain.js';
import { nameOf } from '../palette/Outline.js';

/** The ways out of a condition, and the choices asked before it that have none yet. */
export default function Ways({ board, element }) {
  const { words, commands, blocks } = board;
  const flows = element.outgoing.filter((flow) => is(flow, 'bpmn:SequenceFlow'));
  const asked = askedBefore(element, blocks);
  const open = (asked?.choices ?? []).filter((choice) => !flows.some((flow) => leads(flow, choice)));
  const add = (choice) => {
    const row = { field: asked.field, op: 'is', value: choice, any: !asked.exact };
    commands.together(() => {
      const { block, values } = blocks.saying(choice);
      const [arrow] = commands.append(element, block, values).incoming;
      commands.setCondition(arrow, format({ join: 'and', rows: [row] }));
    });
    board.select(element);
  };
  return h(
    'div',
    { class: 'q-field' },
    h('div', { class: 'q-label' }, h('span', null, words('ways'))),
    flows.length === 0 && h('p', { class: 'q-hint' }, words('ways.none')),
    flows.map((flow) => h(Way, { key: flow.id, board, gateway: element, flow })),
    open.length > 0 &&
      h('p', { class: 'q-hint' }, words(getBusinessObject(element).default ? 'way.byDefault' : 'way.missing')),
    open.map((choice) =>
      h(
        'button',
        { key: choice, type: 'button', class: 'q-add', onClick: () => add(choice) },
        h(Icon, { name: 'plus' }),
        words('way.add', { name: choice }),
      ),
    ),
  );
}

function Way({ board, gateway, flow }) {
  const { words, commands, blocks } = board;
  const { name, conditionExpression } = getBusinessObject(flow);
  const byDefault = getBusinessObject(gateway).default === getBusinessObject(flow);
  const condition = conditionExpression?.body ? plainCondition(conditionExpression.body, words) : words('way.none');
  return h(
    'div',
    { class: 'q-row' },
    h('input', {
      type: 'radio',
      name: `default-${gateway.id}`,
      checked: byDefault,
      'aria-label': words('condition.makeDefault'),
      title: words('way.default.help'),
      onChange: () => commands.setDefault(gateway, flow),
    }),
    h(
      'button',
      { type: 'button', class: 'q-way', onClick: () => board.select(flow) },
      h(
        'span',
        null,
        h('b', null, byDefault ? words('way.default') : condition),
        h('small', null, [name, words('way.to', { name: nameOf(flow.target, blocks) })].filter(Boolean).join(' · ')),
      ),
    ),
  );
}

/** The nearest block before a condition that offers choices, and the name its answer is kept under. */
function askedBefore(element, blocks) {
  const seen = new Set();
  const queue = element.incoming.map((flow) => flow.source);
  while (queue.length > 0) {
    const step = queue.shift();
    if (step && !seen.has(step)) {
      seen.add(step);
      const choices = blocks.choices(step);
      if (choices.length > 0) {
        const name = blocks.keeps(step);
        return { choices, field: name || 'answer', exact: Boolean(name) };
      }
      queue.push(...step.incoming.map((flow) => flow.source));
    }
  }
  return null;
}

const leads = (flow, choice) =>
  parse(getBusinessObject(flow).conditionExpression?.body ?? '')?.rows.some(
    (row) => row.value.toLowerCase() === choice.toLowerCase(),
  );
