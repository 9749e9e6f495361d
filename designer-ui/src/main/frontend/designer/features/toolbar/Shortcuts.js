import { h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { IconButton } from '../../ui.js';

const KEYS = [
  ['Ctrl Z', 'undo'],
  ['Ctrl Y', 'redo'],
  ['Ctrl C', 'keys.copy'],
  ['Ctrl V', 'keys.paste'],
  ['Ctrl A', 'keys.all'],
  ['Ctrl F', 'search'],
  ['Tab', 'keys.next'],
  ['N', 'append'],
  ['R', 'change'],
  ['E', 'keys.name'],
  ['Delete', 'delete'],
  ['↑ ↓ ← →', 'keys.move'],
  ['Ctrl ↑ ↓ ← →', 'keys.pan'],
  ['Ctrl +', 'zoomIn'],
  ['Ctrl −', 'zoomOut'],
  ['Ctrl 9', 'fit'],
  ['C', 'connect'],
  ['L', 'keys.lasso'],
  ['S', 'keys.space'],
  ['H', 'keys.hand'],
  ['Ctrl K', 'keys.bar'],
  ['?', 'keyboard'],
];

/** The page of keyboard shortcuts, over everything. */
export default function Shortcuts({ words, close }) {
  const dialog = useRef();
  useEffect(() => dialog.current.showModal(), []);
  return h(
    'dialog',
    {
      class: 'q-dialog',
      ref: dialog,
      'aria-label': words('keyboard'),
      onClose: close,
      onClick: (e) => e.target === dialog.current && dialog.current.close(),
    },
    h(
      'header',
      null,
      h('h2', null, words('keyboard')),
      h(IconButton, { icon: 'close', label: words('close'), onClick: () => dialog.current.close() }),
    ),
    h(
      'dl',
      null,
      KEYS.map(([keys, label]) =>
        h(
          'div',
          { key: label },
          h('dt', null, words(label)),
          h(
            'dd',
            null,
            keys.split(' ').map((key) => h('kbd', { key }, key)),
          ),
        ),
      ),
    ),
  );
}
