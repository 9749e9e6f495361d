import { h } from 'preact';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import { Icon } from '../../ui.js';
import { Comment, Findings, Name } from './Plain.js';
import ConditionForm from '../conditions/ConditionForm.js';

/** An arrow: its name and when it is taken. */
export default function Arrow({ board, element }) {
  const { words, commands } = board;
  const bo = getBusinessObject(element);
  const gateway = is(element.source, 'bpmn:ExclusiveGateway') ? element.source : null;
  const otherwise = Boolean(gateway) && getBusinessObject(gateway).default === bo;
  const written = bo.conditionExpression?.body ?? '';
  const link = (label, act) => h('button', { type: 'button', class: 'q-link', onClick: act }, words(label));
  return [
    h('header', null, h(Icon, { name: 'arrow' }), h('h2', null, words('arrow'))),
    h(Findings, { board, element }),
    h(Name, { board, element }),
    !gateway && !written && h('p', { class: 'q-hint' }, words('condition.gateway')),
    otherwise && h('p', { class: 'q-hint' }, words('condition.default')),
    otherwise && link('condition.unDefault', () => commands.setDefault(gateway, null)),
    !otherwise &&
      (gateway || written) &&
      h(ConditionForm, { board, feel: written, write: (feel) => commands.setCondition(element, feel) }),
    gateway && !otherwise && link('condition.makeDefault', () => commands.setDefault(gateway, element)),
    h(Comment, { board, element }),
  ];
}
