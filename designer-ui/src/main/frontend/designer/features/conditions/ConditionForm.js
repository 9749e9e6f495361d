import { h } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon, IconButton } from '../../ui.js';
import { TextField } from '../properties/fields.js';
import { useDraft } from '../properties/drafts.js';
import { NUMERIC, OPERATORS, VALUELESS, format, parse } from './feel.js';

const FRESH = { field: '', op: 'is', value: '', any: true };

/** When an arrow is taken: rows of field, comparison, value, or FEEL for what rows can't say. */
export default function ConditionForm({ board, feel, write }) {
  const { words } = board;
  const simple = parse(feel);
  const special = Boolean(feel) && !simple;
  const [raw, setRaw] = useState(special);
  const asFeel = raw || special;
  const mode = (id, on, disabled) =>
    h(
      'button',
      { type: 'button', role: 'radio', 'aria-checked': String(on), disabled, onClick: () => setRaw(id === 'feel') },
      words(`condition.${id}`),
    );
  return h(
    'div',
    { class: 'q-condition' },
    h(
      'div',
      { class: 'q-label' },
      h('span', null, words('condition.when')),
      h(
        'div',
        { class: 'q-modes', role: 'radiogroup', 'aria-label': words('condition') },
        mode('simple', !asFeel, special),
        mode('feel', asFeel, false),
      ),
    ),
    asFeel
      ? h(TextField, {
          board,
          label: words('condition'),
          value: feel,
          lines: 3,
          mono: true,
          inserts: true,
          write,
          help: special ? words('condition.raw') : undefined,
          setting: 'condition',
        })
      : h(Rows, { board, simple: simple ?? { join: 'and', rows: [FRESH] }, write }),
  );
}

function Rows({ board, simple: { join, rows }, write }) {
  const { words } = board;
  const put = (changed) => write(format({ join, rows, ...changed }));
  return [
    rows.map((row, i) => [
      i > 0 &&
        h(
          'select',
          { class: 'q-join', 'aria-label': words('join'), onChange: (e) => put({ join: e.target.value }) },
          ['and', 'or'].map((word) => h('option', { key: word, value: word, selected: word === join }, words(word))),
        ),
      h(Row, {
        key: i,
        board,
        row,
        change: (to) => put({ rows: rows.with(i, { ...row, ...to }) }),
        remove: () => put({ rows: rows.toSpliced(i, 1) }),
      }),
    ]),
    rows[0].field &&
      h(
        'button',
        { type: 'button', class: 'q-add', onClick: () => put({ rows: [...rows, { ...rows.at(-1), value: '' }] }) },
        h(Icon, { name: 'plus' }),
        words('condition.add'),
      ),
  ];
}

function Row({ board: { words, answers }, row, change, remove }) {
  const id = useId();
  const [value, setValue, flush] = useDraft(row.value, (text) => change({ value: text }));
  const known = answers.find((answer) => answer.name === row.field);
  const names = [...new Set([...answers.map((answer) => answer.name), row.field].filter(Boolean))];
  const number = row.op in NUMERIC;
  const valued = !VALUELESS.includes(row.op);
  const choose = (name) =>
    change({ field: name, any: !answers.some((a) => a.name === name && a.from && a.choices.length > 0) });
  return h(
    'div',
    { class: 'q-condition-row' },
    h(
      'select',
      { 'aria-label': words('field'), 'data-setting': 'condition', onChange: (e) => choose(e.target.value) },
      !row.field && h('option', { value: '', selected: true }, `${words('field')} …`),
      names.map((name) => h('option', { key: name, value: name, selected: name === row.field }, name)),
    ),
    h(
      'select',
      { 'aria-label': words('operator'), disabled: !row.field, onChange: (e) => change({ op: e.target.value }) },
      OPERATORS.map((op) => h('option', { key: op, value: op, selected: op === row.op }, words(`op.${op}`))),
    ),
    valued &&
      h('input', {
        'aria-label': words('value'),
        placeholder: words('value'),
        value,
        list: id,
        disabled: !row.field,
        type: number ? 'number' : 'text',
        step: 'any',
        onInput: (e) => setValue(e.target.value),
        onBlur: flush,
      }),
    h(
      'datalist',
      { id },
      (known?.choices ?? []).map((choice) => h('option', { key: choice, value: choice })),
    ),
    row.field &&
      h(
        'div',
        { class: 'q-condition-end' },
        valued &&
          !number &&
          h(
            'label',
            { class: 'q-check' },
            h('input', { type: 'checkbox', checked: row.any, onChange: (e) => change({ any: e.target.checked }) }),
            words('condition.any'),
          ),
        h(IconButton, { icon: 'remove', label: words('remove'), onClick: remove }),
      ),
  );
}
