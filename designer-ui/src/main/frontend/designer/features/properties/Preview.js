import { h } from 'preact';
import { Icon } from '../../ui.js';
import Shown from '../media/Shown.js';
import { choicesOf, ofKind } from '../blocks/Blocks.js';
import { parts } from './lengths.js';

const MARKS = { '*': 'b', _: 'i', '~': 's' };
const MARKED = /(```[\s\S]+?```|(?<![\p{L}\p{N}])[*_~](?!\s)[^*_~\n]+(?<!\s)[*_~](?![\p{L}\p{N}]))/u;

/** The message as WhatsApp shows it. */
export default function Preview({ board, block, values }) {
  const { words } = board;
  const [file] = ofKind(block, 'MEDIA');
  const [said] = ofKind(block, 'TEXT');
  const media = file && values[file.name];
  const text = (said && (!file || media) && values[said.name]) || '';
  if (!text && !media) {
    return null;
  }
  const choices = choicesOf(block, values);
  const list = ofKind(block, 'ROWS').length > 0 || choices.length > 3;
  return h(
    'div',
    { class: 'q-field' },
    h('div', { class: 'q-label' }, h('span', null, words('preview'))),
    h(
      'div',
      { class: 'q-phone' },
      h(
        'div',
        { class: 'q-bubble' },
        media && h(Shown, { board, kind: file.choices[0].value, value: media, filename: values.filename }),
        values.header && h('b', null, inserted(values.header)),
        text && h('div', { class: 'q-bubble-text' }, formatted(text)),
        values.footer && h('small', null, inserted(values.footer)),
        h('time', null, '10:30'),
        list &&
          h(
            'div',
            { class: 'q-bubble-button' },
            h(Icon, { name: 'list' }),
            values.button || block.parameters.find((p) => p.name === 'button')?.defaultValue,
          ),
      ),
      !list && choices.map((choice, i) => h('div', { key: i, class: 'q-bubble-choice' }, inserted(choice))),
    ),
  );
}

/** Values as they stand for themselves. */
const inserted = (text) =>
  parts(text).map((part, i) =>
    part.feel === undefined ? part.text : h('code', { key: i, class: 'q-value' }, part.feel),
  );

/** WhatsApp's own marks: *bold*, _italic_, ~struck~ and ```fixed```. */
function formatted(text) {
  return text.split(MARKED).map((piece, i) => {
    if (i % 2 === 0) {
      return inserted(piece);
    }
    return piece.startsWith('```')
      ? h('tt', { key: i }, piece.slice(3, -3))
      : h(MARKS[piece[0]], { key: i }, inserted(piece.slice(1, -1)));
  });
}
