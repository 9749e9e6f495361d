const CAMUNDA = 'http://camunda.org/schema/1.0/bpmn';

const BPMN_PREFIX = /xmlns(?::([\w.-]+))?\s*=\s*["']http:\/\/www\.omg\.org\/spec\/(?:BPMN|DD)\/20100524\/\w+["']/g;
const TAG = /<[\w:.-]+(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))+\s*\/?>/g;
const ATTRIBUTE = /(\s)([\w:.-]+)(\s*=\s*)("[^"]*"|'[^']*')/g;

/**
 * A file as the modeler can read it and write it again: a prefix `camunda` that stands for something else is renamed,
 * since the modeler writes its own under it, and an id that stands twice is made two, since the modeler drops what
 * comes second. All else is left as it is.
 *
 * @param {string} xml
 */
export function readable(xml) {
  const named = /xmlns:camunda\s*=\s*["']([^"']*)["']/.exec(xml);
  return distinct(named && named[1] !== CAMUNDA ? renamed(xml) : xml);
}

/** A file with a drawing: its own, else one that is made. */
export async function drawn(file) {
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

/** Only of BPMN's own elements: what others call an id need not be one of a kind. */
function distinct(xml) {
  const seen = new Set();
  const prefixes = new Set([...xml.matchAll(BPMN_PREFIX)].map(([, prefix]) => prefix ?? ''));
  const own = (tag) => prefixes.has(/^<(?:([\w.-]+):)?/.exec(tag)[1] ?? '');
  return xml.replace(TAG, (tag) => !own(tag) ? tag : tag.replace(ATTRIBUTE, (all, space, name, equals, value) => {
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
