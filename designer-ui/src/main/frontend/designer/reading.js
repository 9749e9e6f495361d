const CAMUNDA = 'http://camunda.org/schema/1.0/bpmn';

const TAG = /<[\w:.-]+(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))+\s*\/?>/g;
const ATTRIBUTE = /(\s)([\w:.-]+)(\s*=\s*)("[^"]*"|'[^']*')/g;

/**
 * A file as the modeler can read it and write it again: one without a drawing gets one, a prefix `camunda` that
 * stands for something else is renamed, since the modeler writes its own under it, and an id that stands twice is made
 * two, since the modeler drops what comes second. All else is left as it is.
 *
 * @param {string} xml
 */
export async function readable(xml) {
  const named = /xmlns:camunda\s*=\s*["']([^"']*)["']/.exec(xml);
  const file = distinct(named && named[1] !== CAMUNDA ? renamed(xml) : xml);
  if (/<(?:[\w-]+:)?BPMNDiagram[\s>/]/.test(file)) {
    return file;
  }
  const { layoutProcess } = await import('bpmn-auto-layout');
  return layoutProcess(await joined(file));
}

/** The layout follows what each step says of its arrows, which a file may leave out. */
async function joined(xml) {
  const { BpmnModdle } = await import('bpmn-moddle');
  const moddle = new BpmnModdle();
  const { rootElement, elementsById } = await moddle.fromXML(xml);
  const note = (step, side, flow) => step && !step.get(side).includes(flow) && step.get(side).push(flow);
  Object.values(elementsById).filter((element) => element.$type === 'bpmn:SequenceFlow').forEach((flow) => {
    note(flow.sourceRef, 'outgoing', flow);
    note(flow.targetRef, 'incoming', flow);
  });
  return (await moddle.toXML(rootElement)).xml;
}

function renamed(xml) {
  return xml
    .replace(/xmlns:camunda(?=\s*=)/g, 'xmlns:other')
    .replace(/(<\/?)camunda:/g, '$1other:')
    .replace(/(\s)camunda:(?=[\w.-]+\s*=\s*["'])/g, '$1other:');
}

function distinct(xml) {
  const seen = new Set();
  return xml.replace(TAG, (tag) => tag.replace(ATTRIBUTE, (all, space, name, equals, value) => {
    if (name !== 'id') {
      return all;
    }
    let id = value.slice(1, -1);
    for (let n = 2; seen.has(id); n++) {
      id = `${value.slice(1, -1)}_${n}`;
    }
    seen.add(id);
    return space + name + equals + value[0] + id + value[0];
  }));
}
