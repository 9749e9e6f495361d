import { h } from 'preact';
import { useState } from 'preact/hooks';
import { getBusinessObject } from 'bpmn-js/lib/util/ModelUtil';
import { Icon } from '../../ui.js';
import { timer } from '../blocks/Blocks.js';
import { DurationField, TextField } from './fields.js';

/** The name as drawn. */
export const Name = ({ board, element, label = 'name' }) =>
  h(TextField, {
    board,
    label: board.words(label),
    value: getBusinessObject(element).name ?? '',
    setting: 'element-name',
    write: (text) => board.modeling.updateProperties(element, { name: text || undefined }),
  });

/** A note to colleagues, kept as BPMN documentation. */
export function Comment({ board, element }) {
  const text = getBusinessObject(element).get('documentation')?.[0]?.text ?? '';
  const [open, setOpen] = useState(Boolean(text));
  return h(
    'details',
    { class: 'q-more', open, onToggle: (e) => setOpen(e.currentTarget.open) },
    h('summary', { 'data-setting': open ? undefined : 'comment' }, board.words('comment')),
    open &&
      h(TextField, {
        board,
        bare: true,
        label: board.words('comment'),
        placeholder: board.words('comment.help'),
        value: text,
        lines: 2,
        setting: 'comment',
        write: (written) => board.commands.setComment(element, written),
      }),
  );
}

/** What the checker found here. */
export const Findings = ({ board, element }) =>
  board.problems
    .at(element.id)
    .map((problem, i) =>
      h(
        'p',
        { key: i, class: `q-finding ${problem.severity === 'ERROR' ? 'q-error' : 'q-warning'}` },
        h(Icon, { name: problem.severity === 'ERROR' ? 'error' : 'alert' }),
        h('span', null, problem.message),
      ),
    );

/** The flow itself, when no block is selected. */
export function Flow({ board, element }) {
  const { words } = board;
  return [
    h('header', null, h(Icon, { name: 'flow' }), h('h2', null, words('flow'))),
    h('p', { class: 'q-hint' }, words('flow.hint')),
    h(Name, { board, element, label: 'flow.name' }),
    h(
      'div',
      { class: 'q-field' },
      h('div', { class: 'q-label' }, h('span', null, words('flow.key'))),
      h('code', { class: 'q-key' }, board.around.flow),
      h('p', { class: 'q-hint' }, words('flow.key.help')),
    ),
    h(Comment, { board, element }),
  ];
}

/** An element that is no block: its name, its comment, and the time of a timer. */
export function Foreign({ board, element }) {
  const bo = getBusinessObject(element);
  const duration = timer(bo)?.get('timeDuration')?.body;
  return [
    h(
      'header',
      null,
      h(Icon, { name: duration ? 'clock' : 'block' }),
      h('h2', null, bo.$type.replace('bpmn:', '').replace(/(?<=[a-z])(?=[A-Z])/g, ' ')),
    ),
    h(Findings, { board, element }),
    bo.$type !== 'bpmn:BoundaryEvent' && h('p', { class: 'q-hint' }, board.words('foreign')),
    h(Name, { board, element }),
    duration !== undefined &&
      h(DurationField, {
        board,
        label: board.words('duration'),
        value: duration,
        write: (value) => board.commands.setDuration(element, value),
      }),
    h(Comment, { board, element }),
    h('p', { class: 'q-id' }, element.id),
  ];
}
