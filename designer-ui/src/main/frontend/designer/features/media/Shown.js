import { h } from 'preact';
import { Icon } from '../../ui.js';
import { isLink, sizeOf } from './Files.js';

const ICONS = { image: 'image', video: 'video', audio: 'audio', document: 'document' };

/** A file as somebody sees it who gets it. What is behind a link is not fetched: its owner would learn who looks. */
export default function Shown({ board, kind, value, filename }) {
  const { files, words } = board;
  const file = files.find(value);
  const name = filename || file?.name || board.blocks.fileName(value) || words(`media.${kind}`);
  if (!file || isLink(value) || file.kind !== kind || kind === 'document') {
    return h(
      'div',
      { class: `q-shown q-shown-file ${kind === 'document' ? '' : 'q-shown-blank'}` },
      h(Icon, { name: ICONS[kind] }),
      h(
        'span',
        null,
        h('b', null, name),
        file && h('small', null, [endingOf(file.name), sizeOf(file.bytes)].filter(Boolean).join(' · ')),
      ),
    );
  }
  const src = files.address(file.id);
  switch (kind) {
    case 'image':
      return h('img', { class: 'q-shown', src, alt: name });
    case 'video':
      return h('video', { class: 'q-shown', src, controls: true, preload: 'metadata', 'aria-label': name });
    default:
      return h('audio', { class: 'q-shown', src, controls: true, preload: 'metadata', 'aria-label': name });
  }
}

const endingOf = (name) => /\.([a-z0-9]{2,4})$/i.exec(name)?.[1].toUpperCase() ?? '';
