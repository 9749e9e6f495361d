import { h } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon, IconButton } from '../../ui.js';
import { TextField } from '../properties/fields.js';
import { isLink, sizeOf } from './Files.js';
import Shown from './Shown.js';

/** A block's file: uploaded by button or drop, taken from those that are there, or a link. */
export default function MediaField({ board, kind, label, help, required, value, write, setting }) {
  const { words, files } = board;
  const [byLink, setByLink] = useState(isLink(value));
  const [error, setError] = useState('');
  const upload = useUpload(files, kind, write, setError);
  const link = byLink || isLink(value);
  const id = useId();
  return h(
    'div',
    { class: 'q-field q-media', role: 'group', 'aria-labelledby': id },
    h('div', { class: 'q-label' }, h('span', { id }, label, required && h('em', null, ` ${words('required')}`))),
    link
      ? h(TextField, { board, bare: true, label: words('media.link'), placeholder: 'https://', value, write, setting })
      : h(Place, { board, kind, value, write, setting, upload, setError }),
    link &&
      value &&
      !/^https:\/\/[^\s/]+\.[^\s]+/i.test(value) &&
      h('p', { class: 'q-count q-bad' }, words('media.link.https')),
    error && h('p', { class: 'q-count q-bad', role: 'alert' }, error),
    !upload.running &&
      !board.shell.readOnly &&
      h(
        'button',
        {
          type: 'button',
          class: 'q-link',
          onClick: () => {
            setError('');
            setByLink(!link);
            write('');
          },
        },
        h(Icon, { name: link ? 'upload' : 'link' }),
        words(link ? 'media.byFile' : 'media.byLink'),
      ),
    help && h('p', { class: 'q-hint' }, help),
  );
}

/** One upload at a time; it ends with the field. */
function useUpload(files, kind, write, setError) {
  const [running, setRunning] = useState(null);
  const state = useRef({}).current;
  state.write = write;
  useEffect(
    () => () => {
      state.gone = true;
      state.cancel?.();
    },
    [],
  );
  const start = (file) => {
    setError('');
    setRunning({ name: file.name, part: 0 });
    const { done, cancel } = files.upload(file, kind, (part) => !state.gone && setRunning({ name: file.name, part }));
    state.cancel = cancel;
    done
      .then(
        (kept) => !state.gone && state.write(kept.id),
        (failed) => !state.gone && setError(failed.message),
      )
      .finally(() => {
        state.cancel = null;
        if (!state.gone) {
          setRunning(null);
        }
      });
  };
  return { running, start, cancel: () => state.cancel?.() };
}

function Place({ board, kind, value, write, setting, upload, setError }) {
  const { files, shell } = board;
  const input = useRef();
  const [over, setOver] = useState(false);
  const may = !shell.readOnly && !upload.running;
  const drop = (e) => {
    e.preventDefault();
    setOver(false);
    if (may && e.dataTransfer.files[0]) {
      upload.start(e.dataTransfer.files[0]);
    }
  };
  const pick = () => input.current.click();
  const view = { board, kind, value, write, setting, pick, upload, setError };
  return h(
    'div',
    {
      class: `q-media-place ${over ? 'q-over' : ''}`,
      onDrop: drop,
      onDragLeave: () => setOver(false),
      onDragOver: (e) => {
        e.preventDefault();
        setOver(may);
      },
    },
    h('input', {
      ref: input,
      type: 'file',
      hidden: true,
      accept: files.accept(kind),
      onChange: (e) => {
        const [file] = e.target.files;
        e.target.value = '';
        if (file) {
          upload.start(file);
        }
      },
    }),
    upload.running ? h(Running, view) : value ? h(Kept, view) : h(Empty, view),
  );
}

function Running({
  board: { words },
  upload: {
    running: { name, part },
    cancel,
  },
}) {
  const percent = Math.round(part * 100);
  return h(
    'div',
    { class: 'q-media-running' },
    h('span', null, name),
    h('progress', { max: 100, value: percent, 'aria-label': words('media.uploading', { name }) }),
    h(IconButton, { icon: 'close', label: words('media.cancel'), onClick: cancel }),
  );
}

function Empty({ board: { words, files }, kind, setting, pick, write }) {
  const others = files.ofKind(kind);
  return h(
    'div',
    { class: 'q-media-empty' },
    h(
      'button',
      { type: 'button', class: 'q-media-pick', 'data-setting': setting, onClick: pick },
      h(Icon, { name: 'upload' }),
      words('media.pick'),
    ),
    h('small', null, words('media.drop')),
    others.length > 0 &&
      h(
        'select',
        { 'aria-label': words('media.others'), onChange: (e) => e.target.value && write(e.target.value) },
        h('option', { value: '' }, words('media.others')),
        others.map((file) => h('option', { key: file.id, value: file.id }, file.name)),
      ),
  );
}

function Kept({ board, kind, value, write, setting, pick, setError }) {
  const { words, files } = board;
  const file = files.find(value);
  return h(
    'div',
    { class: 'q-media-kept' },
    file && kind !== 'document' && h(Shown, { board, kind, value }),
    h(
      'div',
      { class: 'q-media-line' },
      h(
        'span',
        null,
        h('b', { title: file?.name }, file?.name ?? words('media.unknown')),
        file && h('small', null, sizeOf(file.bytes)),
      ),
      h(IconButton, { icon: 'upload', label: words('media.replace'), 'data-setting': setting, onClick: pick }),
      h(IconButton, {
        icon: 'remove',
        label: words('media.remove'),
        onClick: () => {
          setError('');
          write('');
        },
      }),
    ),
  );
}
