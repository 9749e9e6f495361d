import { diff } from 'bpmn-js-differ';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';

/**
 * What differs between two drawings, in words.
 *
 * @returns {{id: string, kind: 'added' | 'removed' | 'changed' | 'moved', what: string, from: ?string, to: ?string}[]}
 */
export function differences(before, after, words) {
  const found = diff(before.getDefinitions(), after.getDefinitions());
  const drawn = (viewer, id) => viewer.get('elementRegistry').get(id);
  const list = [];
  const whole = (kind, ids, viewer) =>
    ids
      .filter((id) => drawn(viewer, id))
      .forEach((id) =>
        list.push({ id, kind, what: words(`compare.${kind}.what`, { name: said(drawn(viewer, id), viewer, words) }) }),
      );
  whole('added', Object.keys(found._added), after);
  whole('removed', Object.keys(found._removed), before);
  after.get('elementRegistry').forEach((element) => {
    const was = drawn(before, element.id);
    if (was && !element.labelTarget) {
      list.push(...changes(was, element, before, after, words));
    }
  });
  const told = new Set(list.map((difference) => difference.id));
  Object.keys(found._changed)
    .filter((id) => drawn(after, id) && !told.has(id) && matters(found._changed[id]))
    .forEach((id) =>
      list.push({
        id,
        kind: 'changed',
        what: words('compare.changed.what', { name: said(drawn(after, id), after, words) }),
      }),
    );
  whole(
    'moved',
    Object.keys(found._layoutChanged).filter((id) => !told.has(id)),
    after,
  );
  return list;
}

/** A new arrow changes the steps it joins only on paper. */
const matters = ({ attrs }) =>
  Object.keys(attrs).some((name) => !['incoming', 'outgoing', 'flowElements', 'extensionElements'].includes(name));

/** How people call an element: its name, else its block, else what BPMN calls it; an arrow by its ends. */
function said(element, viewer, words) {
  const bo = getBusinessObject(element);
  if (is(element, 'bpmn:SequenceFlow')) {
    const ends = [element.source, element.target].map((end) => said(end, viewer, words));
    return words('compare.arrow', { from: ends[0], to: ends[1] });
  }
  return bo.name || viewer.get('blocks').of(element)?.label || bo.$type.replace('bpmn:', '');
}

function changes(was, element, before, after, words) {
  const name = said(element, after, words);
  const list = [];
  const note = (field, from = '', to = '') =>
    from !== to &&
    list.push({ id: element.id, kind: 'changed', what: words('compare.field', { name, field }), from, to });
  const [bo, old] = [getBusinessObject(element), getBusinessObject(was)];
  note(words('name'), old.name, bo.name);
  note(words('condition'), old.conditionExpression?.body, bo.conditionExpression?.body);
  note(words('comment'), old.get('documentation')?.[0]?.text, bo.get('documentation')?.[0]?.text);
  const blocks = after.get('blocks');
  const [block, oldBlock] = [blocks.of(element), before.get('blocks').of(was)];
  if (block?.key !== oldBlock?.key) {
    note(words('compare.block'), oldBlock?.label, block?.label);
  } else if (block) {
    block.parameters.forEach((parameter) =>
      note(parameter.label, before.get('blocks').value(was, parameter), blocks.value(element, parameter)),
    );
  }
  if (
    is(element, 'bpmn:SequenceFlow') &&
    (element.source.id !== was.source.id || element.target.id !== was.target.id)
  ) {
    note(words('arrow'), said(was, before, words), name);
  }
  if (is(element, 'bpmn:ExclusiveGateway')) {
    const otherwise = (flow, viewer) => (flow ? said(viewer.get('elementRegistry').get(flow.id), viewer, words) : '');
    note(words('way.default'), otherwise(old.default, before), otherwise(bo.default, after));
  }
  return list;
}
