import { h } from 'preact';
import { useRef } from 'preact/hooks';
import { Items } from '../properties/Choices.js';
import { TextField } from '../properties/fields.js';
import SendNow from './SendNow.js';
import { nameFor, readPicks, writePicks } from './picks.js';

const MOST = 50;

/** What is kept of an answer, and the way to see one: a field of it becomes a pick when it is pressed. */
export default function PicksEditor({ board, element, parameter, label, help, value, write }) {
  const root = useRef();
  const picks = readPicks(value);
  const put = (all) => write(writePicks(all));
  const keep = ({ path, type }) => {
    const taken = [...picks.map(({ name }) => name), ...board.answers.map(({ name }) => name)];
    const missing = type === 'null';
    const pick = { name: nameFor(path, taken), path, type: missing ? 'text' : type, category: 'other', maybe: missing };
    put([...picks, pick]);
    const last = () => [...(root.current?.querySelectorAll('.q-pick-category') ?? [])].at(-1)?.focus();
    requestAnimationFrame(() => requestAnimationFrame(last));
  };
  const view = { board, parameter, categories: board.blocks.of(element).parameters.find(isCategory)?.choices ?? [] };
  return h(
    'div',
    { class: 'q-picks', ref: root },
    board.shell.host.hasAttribute('send-url') && !board.shell.readOnly && h(SendNow, { board, element, picks, keep }),
    h(Items, {
      board,
      label,
      help,
      items: picks,
      most: MOST,
      add: 'add.pick',
      write: put,
      fresh: () => ({ name: '', path: 'body.', type: 'text', category: 'other', maybe: false }),
      row: (pick, i) => h(Pick, { ...view, pick, change: (part) => put(picks.with(i, { ...pick, ...part })) }),
    }),
  );
}

const isCategory = ({ name }) => name === 'category';

function Pick({ board, parameter, categories, pick, change }) {
  const { words } = board;
  const field = (part, key) =>
    h(TextField, {
      board,
      bare: true,
      mono: true,
      key: part,
      label: words(key),
      placeholder: words(key),
      value: pick[part],
      write: (text) => change({ [part]: text }),
    });
  if (pick.line !== undefined) {
    return field('line', 'pick.line');
  }
  return [
    field('name', 'pick.name'),
    field('path', 'pick.path'),
    h(
      'div',
      { class: 'q-row', key: 'kind' },
      h(Choice, { label: words('pick.type'), value: pick.type, choices: parameter.choices, part: 'type', change }),
      h(Choice, { label: words('pick.category'), value: pick.category, choices: categories, part: 'category', change }),
    ),
    h(
      'label',
      { class: 'q-check', key: 'maybe' },
      h('input', { type: 'checkbox', checked: pick.maybe, onChange: (e) => change({ maybe: e.target.checked }) }),
      words('pick.maybe'),
    ),
  ];
}

function Choice({ label, value, choices, part, change }) {
  const known = choices.some((choice) => choice.value === value);
  return h(
    'select',
    { class: `q-pick-${part}`, 'aria-label': label, onChange: (e) => change({ [part]: e.target.value }) },
    [...(known ? [] : [{ value, label: value }]), ...choices].map((choice) =>
      h('option', { key: choice.value, value: choice.value, selected: choice.value === value }, choice.label),
    ),
  );
}
