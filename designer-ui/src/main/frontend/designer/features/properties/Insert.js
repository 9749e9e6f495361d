import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../../ui.js';

const EMOJI = [...'😀😊😉😍🤔😅🙏👍👎👋👏💪❤⭐🎉🔥✅❌⚠📅📍📞📦🚚💳🛒🍕☕🎁🏠🕐✨'];

/**
 * Buttons that put a value, the name of a secret or an emoji where the cursor is; `feel` for a field that is FEEL as a
 * whole, `secrets` that may be named in it.
 */
export default function Insert({ board, insert, secrets = [], feel }) {
  const [open, setOpen] = useState('');
  const root = useRef();
  const { words, answers } = board;
  useEffect(() => {
    const leave = (event) => root.current?.contains(event.target) || setOpen('');
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, []);
  const put = (text) => {
    setOpen('');
    insert(text);
  };
  const button = (id, icon) =>
    h(IconButton, {
      icon,
      label: words(id),
      'aria-expanded': String(open === id),
      'aria-haspopup': 'true',
      onClick: () => setOpen(open === id ? '' : id),
    });
  const value = ({ name, from }) =>
    h(
      'button',
      { type: 'button', key: name, onClick: () => put(feel ? name : `{{ ${name} }}`) },
      h('code', null, name),
      h('small', null, from || words(name)),
    );
  const secret = ({ value: name }) =>
    h(
      'button',
      { type: 'button', key: `secret.${name}`, onClick: () => put(`{{ secret.${name} }}`) },
      h('code', null, name),
    );
  const own = answers.filter((answer) => answer.from);
  return h(
    'span',
    { class: 'q-insert', ref: root, onKeyDown: (e) => e.key === 'Escape' && setOpen('') },
    button('insert', 'braces'),
    !feel && button('emoji', 'smile'),
    open === 'insert' &&
      h(
        'div',
        { class: 'q-pop' },
        own.length > 0 && h('h4', null, words('answers')),
        own.map(value),
        h('h4', null, words('always')),
        answers.filter((answer) => !answer.from).map(value),
        secrets.length > 0 && h('h4', null, words('secrets')),
        secrets.map(secret),
      ),
    open === 'emoji' &&
      h(
        'div',
        { class: 'q-pop q-emoji' },
        EMOJI.map((e) => h('button', { type: 'button', key: e, onClick: () => put(e) }, e)),
      ),
  );
}
