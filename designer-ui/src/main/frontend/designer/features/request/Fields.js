import { h } from 'preact';
import { Icon } from '../../ui.js';

const OPEN = 3;

/**
 * An answer as a tree of fields, and its status before it; pressed, one is kept. Of a list or an object the whole is too.
 *
 * @typedef {{key: string, path?: string, type: string, shown?: string, size?: number, parts?: Field[], left?: number}} Field
 */
export default function Fields({ board, tree, status, picks, keep }) {
  const { words } = board;
  const view = { board, picks, keep, types: typesOf(board) };
  return h(
    'div',
    { class: 'q-fields-of', role: 'group', 'aria-label': words('send.answer') },
    keep && h('p', { class: 'q-hint' }, words('send.pick')),
    h(
      'ul',
      null,
      keep && h(Field, { ...view, field: { key: 'status', path: 'status', type: 'number', shown: `${status}` } }),
      h(Field, { ...view, field: tree, depth: 0 }),
    ),
  );
}

const typesOf = ({ blocks }) =>
  Object.fromEntries(
    (blocks.find('request')?.parameters.find(({ kind }) => kind === 'PICKS')?.choices ?? []).map((choice) => [
      choice.value,
      choice.label,
    ]),
  );

function Field({ field, depth, ...view }) {
  return h('li', null, field.parts ? h(Branch, { field, depth, ...view }) : h(Leaf, { field, ...view }));
}

function Branch({ field, depth, ...view }) {
  const { words } = view.board;
  return h(
    'details',
    { open: depth < OPEN },
    h(
      'summary',
      null,
      h('code', null, field.key),
      h('small', null, words(field.type === 'list' ? 'send.items' : 'send.parts', { n: field.size })),
    ),
    h(
      'ul',
      null,
      view.keep && field.path && h('li', null, h(Whole, { field, ...view })),
      field.parts.map((part) => h(Field, { key: part.key, field: part, depth: depth + 1, ...view })),
      field.left > 0 && h('li', { class: 'q-hint' }, words('send.left', { n: field.left })),
    ),
  );
}

const keptOf = (picks, field) => picks.find(({ path }) => path && path === field.path);

/** A list or an object itself, with all that is in it. */
function Whole({ field, board: { words }, picks, keep }) {
  const kept = keptOf(picks, field);
  const said = kept ? words('send.kept', { name: kept.name }) : words(`send.whole.${field.type}`);
  const inside = [h('small', { key: 'said' }, said), kept && h(Icon, { key: 'kept', name: 'check' })];
  return kept
    ? h('div', { class: 'q-field-pick', 'data-path': field.path }, inside)
    : h(
        'button',
        {
          type: 'button',
          class: 'q-field-pick q-field-whole',
          'data-path': field.path,
          title: words('send.keep', { path: field.path }),
          onClick: () => keep({ ...field, type: 'any' }),
        },
        inside,
      );
}

function Leaf({ field, board: { words }, picks, keep, types }) {
  const kept = keptOf(picks, field);
  const type = types[field.type] ?? words('send.null');
  const inside = [
    h('code', { key: 'key' }, field.key),
    h('span', { key: 'value', class: 'q-field-shown' }, field.shown ?? '–'),
    h('small', { key: 'type' }, kept ? words('send.kept', { name: kept.name }) : type),
    kept && h(Icon, { key: 'kept', name: 'check' }),
  ];
  return keep && field.path && !kept
    ? h(
        'button',
        {
          type: 'button',
          class: 'q-field-pick',
          'data-path': field.path,
          title: words('send.keep', { path: field.path }),
          onClick: () => keep(field),
        },
        inside,
      )
    : h('div', { class: 'q-field-pick', 'data-path': field.path }, inside);
}
