import { h } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useDraft } from './drafts.js';
import { lengths } from './lengths.js';
import { longestOf } from './answers.js';
import Insert from './Insert.js';

/** A label, what is written into it, and a line of help. */
export const Labelled = ({ id, label, help, required, words, after, children }) =>
  h(
    'div',
    { class: 'q-field' },
    h(
      'div',
      { class: 'q-label' },
      h('label', { for: id }, label, required && h('em', null, ` ${words('required')}`)),
      after,
    ),
    children,
    help && h('p', { class: 'q-hint', id: `${id}-help` }, help),
  );

/** A text, of one line or more, with a counter when there is a limit and a helper for values when `inserts`. */
export function TextField({
  board,
  label,
  help,
  required,
  value,
  write,
  max = 0,
  lines = 1,
  inserts,
  secrets = [],
  mono,
  setting,
  placeholder,
  bare,
}) {
  const id = useId();
  const input = useRef();
  const [draft, change, flush] = useDraft(value, write);
  useLayoutEffect(() => {
    if (lines > 1) {
      input.current.style.height = 'auto';
      input.current.style.height = `${Math.min(260, input.current.scrollHeight + 2)}px`;
    }
  }, [draft]);
  const insert = (text) => {
    const { selectionStart: from, selectionEnd: to } = input.current;
    change(draft.slice(0, from) + text + draft.slice(to));
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(from + text.length, from + text.length);
    });
  };
  const field = h(lines > 1 ? 'textarea' : 'input', {
    id,
    ref: input,
    value: draft,
    rows: lines > 1 ? lines : undefined,
    class: mono ? 'q-mono' : '',
    'data-setting': setting,
    placeholder,
    spellcheck: !mono,
    'aria-label': bare ? label : undefined,
    'aria-describedby': help ? `${id}-help` : undefined,
    onInput: (e) => change(e.target.value),
    onBlur: flush,
    onKeyDown: (e) => e.key === 'Enter' && lines === 1 && flush(),
  });
  const counter = max > 0 && h(Counter, { board, text: draft, max, always: lines > 1 });
  return bare
    ? h('div', { class: 'q-bare' }, field, counter)
    : h(
        Labelled,
        {
          id,
          label,
          help,
          required,
          words: board.words,
          after: inserts && h(Insert, { board, insert, secrets, feel: mono }),
        },
        field,
        counter,
      );
}

/** How much of a limit a text uses, with what inserted values can add. Nothing is ever cut. */
export function Counter({ board: { words, answers }, text, max, always }) {
  const { least, worst } = lengths(text, (feel) => longestOf(feel, answers));
  const over = least > max;
  const maybe = !over && worst > max;
  if (!always && !over && !maybe && least < max * 0.7) {
    return null;
  }
  return h(
    'p',
    { class: `q-count ${over ? 'q-bad' : maybe ? 'q-warn' : ''}`, role: over ? 'alert' : undefined },
    words(worst === least ? 'length' : 'length.worst', { n: least, max, worst }),
    over && ` ${words('length.over', { n: least - max })}`,
    maybe && ` ${words('length.maybe', { max })}`,
  );
}

/** One of a few. */
export function ChoiceField({ board, label, help, required, value, choices, write, setting }) {
  const id = useId();
  const known = choices.some((choice) => choice.value === value);
  return h(
    Labelled,
    { id, label, help, required, words: board.words },
    h(
      'select',
      { id, 'data-setting': setting, onChange: (e) => write(e.target.value) },
      [...(known ? [] : [{ value, label: value }]), ...choices].map((choice) =>
        h('option', { key: choice.value, value: choice.value, selected: choice.value === value }, choice.label),
      ),
    ),
  );
}

/** A whole number. */
export function NumberField({ board, label, help, value, write, setting }) {
  const id = useId();
  const [draft, change, flush] = useDraft(value, write);
  return h(
    Labelled,
    { id, label, help, words: board.words },
    h('input', {
      id,
      type: 'number',
      min: 0,
      value: draft,
      'data-setting': setting,
      onInput: (e) => change(e.target.value),
      onBlur: flush,
    }),
  );
}

const UNITS = { S: 'seconds', M: 'minutes', H: 'hours', D: 'days' };

/** How long, as a number and a unit; what one unit can't say stays ISO 8601. */
export function DurationField({ board, label, help, value, write }) {
  const id = useId();
  const { words } = board;
  const match = /^P(?:T(\d+)([SMH])|(\d+)(D))$/.exec(value || 'PT0M');
  if (!match) {
    return h(TextField, { board, label, help, value, write, mono: true });
  }
  const [amount, unit] = [Number(match[1] ?? match[3]), match[2] ?? match[4]];
  const put = (n, u) => write(u === 'D' ? `P${n}D` : `PT${n}${u}`);
  return h(
    Labelled,
    { id, label, words },
    h(
      'div',
      { class: 'q-row' },
      h('input', {
        id,
        type: 'number',
        min: 1,
        max: 9999,
        value: amount || '',
        'data-setting': 'duration',
        onChange: (e) => put(Math.max(1, Math.trunc(Number(e.target.value)) || 1), unit),
      }),
      h(
        'select',
        { 'aria-label': label, onChange: (e) => put(amount || 1, e.target.value) },
        Object.entries(UNITS).map(([key, name]) =>
          h('option', { key, value: key, selected: key === unit }, words(name)),
        ),
      ),
    ),
  );
}
