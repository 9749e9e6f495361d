import { h } from 'preact';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { Icon } from '../../ui.js';
import { iconOf } from '../../icons.js';
import { ofKind } from '../blocks/Blocks.js';
import { ButtonsEditor, OptionsEditor, RowsEditor } from './Choices.js';
import MediaField from '../media/MediaField.js';
import PicksEditor from '../request/PicksEditor.js';
import { Comment, Findings, Name } from './Plain.js';
import { ChoiceField, DurationField, NumberField, TextField } from './fields.js';
import Exits from './Exits.js';
import Preview from './Preview.js';
import Ways from './Ways.js';

/** The settings of a block, made from the vocabulary. */
export default function Block({ board, element }) {
  const { blocks } = board;
  const block = blocks.of(element);
  const values = blocks.values(element);
  const buttons = ofKind(block, 'BUTTON');
  const picked = ofKind(block, 'PICKS').some(({ name }) => values[name]);
  const others = block.parameters.filter(
    (p) =>
      !buttons.includes(p) &&
      (p.kind !== 'KEYWORDS' || !values.trigger || values.trigger === 'keywords') &&
      (p.name !== 'given' || ['called', 'run'].includes(values.trigger)) &&
      (block.key !== 'later' || !isOtherTime(p.name, values.when)) &&
      (!picked || !['name', 'category'].includes(p.name)),
  );
  return [
    h('header', { class: `q-of-${block.group}` }, h(Icon, { name: iconOf(block) }), h('h2', null, block.label)),
    h('p', { class: 'q-hint' }, block.help),
    h(Findings, { board, element }),
    h(Name, { board, element }),
    others.map((parameter) => h(Setting, { key: `${block.key}.${parameter.name}`, board, element, parameter })),
    buttons.length > 0 && h(ButtonsEditor, { key: block.key, board, element, parameters: buttons, values }),
    h(Preview, { board, block, values }),
    is(element, 'bpmn:ExclusiveGateway') && h(Ways, { board, element }),
    (blocks.asks(element) || block.exits.length > 0) && h(Exits, { board, element, block }),
    h(Comment, { board, element }),
    h('p', { class: 'q-id' }, element.id),
  ];
}

function Setting({ board, element, parameter }) {
  const { blocks, commands } = board;
  const { name, kind, label, help, required, max, defaultValue } = parameter;
  const shown = ['DURATION', 'FLOW', 'DECISION', 'SECRET', 'CHOICE', 'BOOLEAN', 'NUMBER'].includes(kind);
  const view = {
    board,
    label,
    help,
    required,
    setting: name,
    secrets: parameter.secrets ? (board.around.secrets ?? []) : [],
    placeholder: defaultValue,
    value: shown ? blocks.value(element, parameter) : (blocks.values(element)[name] ?? ''),
    write: (value) => commands.setValue(element, parameter, value),
  };
  switch (kind) {
    case 'TEXT':
      return h(TextField, { ...view, max, lines: name === 'retry' ? 2 : 3, inserts: true });
    case 'LINE':
      return h(TextField, { ...view, max, inserts: true });
    case 'FEEL':
      return h(TextField, { ...view, lines: 2, mono: true, inserts: true });
    case 'KEYWORDS':
      return h(TextField, { ...view, lines: 2 });
    case 'OPTIONS':
      return h(OptionsEditor, view);
    case 'ROWS':
      return h(RowsEditor, view);
    case 'FLOW':
      return h(ChoiceField, { ...view, choices: board.around.flows });
    case 'DECISION':
      return h(ChoiceField, { ...view, choices: board.around.decisions ?? [] });
    case 'SECRET':
      return h(ChoiceField, { ...view, choices: board.around.secrets ?? [] });
    case 'INPUTS':
      return h(TextField, { ...view, lines: 3, mono: true });
    case 'PICKS':
      return h(PicksEditor, { ...view, element, parameter });
    case 'CHOICE':
    case 'BOOLEAN':
      return h(ChoiceField, { ...view, choices: parameter.choices });
    case 'NUMBER':
      return h(NumberField, view);
    case 'DURATION':
      return h(DurationField, view);
    case 'MEDIA':
      return h(MediaField, { ...view, kind: parameter.choices[0].value });
    default:
      return h(TextField, { ...view, mono: true });
  }
}

/** Whether a setting says when in another way than is chosen. */
function isOtherTime(name, when) {
  const chosen = { tomorrow: 'time', at: 'at' }[when] ?? 'after';
  return ['after', 'time', 'at'].includes(name) && name !== chosen;
}
