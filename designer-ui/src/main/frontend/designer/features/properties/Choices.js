import { h } from 'preact';
import { Icon, IconButton } from '../../ui.js';
import { TextField } from './fields.js';
import { readRows, writeRows } from './lengths.js';

const MOST_BUTTONS = 3;
const MOST_ROWS = 10;
const oneLine = (text) => text.replace(/\n/g, ' ');

/** The buttons of a message: three at most. */
export function ButtonsEditor({ board, element, parameters, values }) {
  const { words, commands, blocks } = board;
  const titles = parameters.map((p) => values[p.name] ?? '');
  const label = (i) => words('button.n', { n: i + 1 });
  const write = (all) =>
    commands.setWritten(element, Object.fromEntries(parameters.map((p, i) => [p.name, all[i] ?? ''])));
  return h(Items, {
    board,
    label: words('buttons'),
    most: MOST_BUTTONS,
    add: 'add.button',
    write,
    fresh: label,
    items: titles.slice(0, Math.max(1, titles.findLastIndex((title) => title) + 1)),
    row: (title, i) =>
      h(TextField, {
        board,
        bare: true,
        label: label(i),
        placeholder: label(i),
        value: title,
        max: parameters[i].max,
        setting: parameters[i].name,
        write: (text) => write(titles.with(i, text)),
      }),
    more: h(
      'button',
      { type: 'button', class: 'q-link', onClick: () => commands.change(element, blocks.listing()) },
      words('button.list'),
    ),
  });
}

/** The options of a question: ten at most; up to three are buttons, more a list. */
export function OptionsEditor({ board, label, help, value, write }) {
  const { words } = board;
  const options = value.split('\n').filter((line) => line.trim());
  const name = (i) => words('option.n', { n: i + 1 });
  return h(Items, {
    board,
    label,
    help,
    items: options,
    most: MOST_ROWS,
    add: 'add.option',
    write: (all) => write(all.join('\n')),
    fresh: name,
    row: (title, i) =>
      h(TextField, {
        board,
        bare: true,
        label: name(i),
        placeholder: name(i),
        value: title,
        max: options.length > MOST_BUTTONS ? 24 : 20,
        write: (text) => write(options.with(i, oneLine(text)).join('\n')),
      }),
  });
}

/** The rows of a list: ten at most, in sections. */
export function RowsEditor({ board, label, value, write }) {
  const { words } = board;
  const rows = readRows(value);
  const put = (all) => write(writeRows(all));
  const used = rows.filter((row) => row.section === undefined).length;
  const field = (i, part, name, max) =>
    h(TextField, {
      board,
      bare: true,
      key: part,
      label: name,
      placeholder: name,
      value: rows[i][part],
      max,
      write: (text) => put(rows.with(i, { ...rows[i], [part]: oneLine(text) })),
    });
  return h(Items, {
    board,
    label,
    items: rows,
    used,
    most: MOST_ROWS,
    add: 'add.row',
    write: put,
    fresh: () => ({ title: words('row.title', { n: used + 1 }), description: '' }),
    row: (row, i) =>
      row.section !== undefined
        ? field(i, 'section', words('section'), 24)
        : [
            field(i, 'title', words('row.title', { n: i + 1 }), 24),
            field(i, 'description', words('row.description'), 72),
          ],
    more: h(
      'button',
      { type: 'button', class: 'q-link', onClick: () => put([...rows, { section: words('section') }]) },
      words('add.section'),
    ),
  });
}

/** Things in their order, to be moved, taken away and added to. */
export function Items({
  board: { words },
  label,
  help,
  items,
  used = items.length,
  most,
  add,
  row,
  write,
  fresh,
  more,
}) {
  const move = (i, by) => write(items.with(i, items[i + by]).with(i + by, items[i]));
  const titles = items.map((item) => item.title ?? item.section ?? item).filter(Boolean);
  return h(
    'div',
    { class: 'q-field', role: 'group', 'aria-label': label },
    h('div', { class: 'q-label' }, h('span', null, label), h('small', null, words('length', { n: used, max: most }))),
    h(
      'ol',
      { class: 'q-items' },
      items.map((item, i) =>
        h(
          'li',
          { key: i, class: item.section === undefined ? '' : 'q-section' },
          h('div', null, row(item, i)),
          i > 0 && h(IconButton, { icon: 'up', label: words('up'), onClick: () => move(i, -1) }),
          i < items.length - 1 && h(IconButton, { icon: 'down', label: words('down'), onClick: () => move(i, 1) }),
          h(IconButton, { icon: 'remove', label: words('remove'), onClick: () => write(items.toSpliced(i, 1)) }),
        ),
      ),
    ),
    new Set(titles).size < titles.length && h('p', { class: 'q-count q-bad' }, words('same')),
    used > most && h('p', { class: 'q-count q-bad' }, words('too.many', { max: most })),
    h(
      'div',
      { class: 'q-row' },
      used < most &&
        h(
          'button',
          { type: 'button', class: 'q-add', onClick: () => write([...items, fresh(items.length)]) },
          h(Icon, { name: 'plus' }),
          words(add),
        ),
      (used >= most || add === 'add.row') && more,
    ),
    help && h('p', { class: 'q-hint' }, help),
  );
}
