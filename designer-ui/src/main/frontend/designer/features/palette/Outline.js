import { h } from 'preact';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import { Icon } from '../../ui.js';
import { iconOf } from '../../icons.js';

/** The steps of the flow as a list that can be walked and chosen from by keys. */
export default function Outline({ elementRegistry, blocks, selection, canvas, words, problems, undrawn }) {
  const steps = ordered(elementRegistry);
  const select = (element) => {
    selection.select(element);
    canvas.scrollToElement(element);
  };
  return steps.length + undrawn.steps.length === 0
    ? h('p', { class: 'q-hint' }, words('outline.empty'))
    : h(
        'ol',
        { class: 'q-outline', 'aria-label': words('outline.of') },
        steps.map((element) => {
          const block = blocks.of(element);
          const onward = element.outgoing.map((flow) => nameOf(flow.target, blocks)).join(', ');
          const worst = problems.worst(element.id);
          return h(
            'li',
            { key: element.id, class: `q-of-${block?.group ?? 'end'}` },
            h(
              'button',
              {
                type: 'button',
                'aria-current': selection.isSelected(element) ? 'true' : undefined,
                onClick: () => select(element),
              },
              h(Icon, { name: iconOf(block) }),
              h(
                'span',
                null,
                h('b', null, nameOf(element, blocks)),
                h('small', null, blocks.summary(element) || (onward && `→ ${onward}`)),
              ),
              worst && h(Icon, { name: worst === 'ERROR' ? 'error' : 'alert' }),
            ),
          );
        }),
        undrawn.steps.map((step) => h(Missing, { key: step.id, step, blocks, words })),
      );
}

/** A step of the file that has no place in the drawing: there is nothing to go to. */
function Missing({ step, blocks, words }) {
  const block = blocks.of(step);
  return h(
    'li',
    { class: `q-of-${block?.group ?? 'end'} q-undrawn` },
    h(
      'span',
      null,
      h(Icon, { name: iconOf(block) }),
      h('span', null, h('b', null, nameOf(step, blocks)), h('small', null, words('undrawn.step'))),
    ),
  );
}

/** The name of a step as a person knows it. */
export const nameOf = (element, blocks) =>
  element ? getBusinessObject(element).name || blocks.of(element)?.label || element.id : '';

/** Steps in the order a conversation meets them, then what nothing leads to. */
export function ordered(elementRegistry) {
  const all = elementRegistry.filter((element) => is(element, 'bpmn:FlowNode') && !element.labelTarget);
  const left = new Set(all);
  const found = [];
  for (const root of [...all.filter((element) => is(element, 'bpmn:StartEvent')), ...all]) {
    const walk = [root];
    while (walk.length > 0) {
      const step = walk.pop();
      if (left.delete(step)) {
        found.push(step);
        walk.push(...[...step.outgoing.map((flow) => flow.target), ...step.attachers].filter(Boolean).reverse());
      }
    }
  }
  return found;
}
