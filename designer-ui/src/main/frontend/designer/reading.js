import { known } from './matching.js';
import { withOwnNames } from './names.js';

const OURS = {
  bpmn: 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  bpmndi: 'http://www.omg.org/spec/BPMN/20100524/DI',
  dc: 'http://www.omg.org/spec/DD/20100524/DC',
  di: 'http://www.omg.org/spec/DD/20100524/DI',
  bioc: 'http://bpmn.io/schema/bpmn/biocolor/1.0',
  color: 'http://www.omg.org/spec/BPMN/non-normative/color/1.0',
  camunda: 'http://camunda.org/schema/1.0/bpmn',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
};
const WITH_IDS = [OURS.bpmn, OURS.bpmndi];

/** A tag, or what is no markup although it may look so. */
const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s<>/="'!?]+)((?:\s+[^\s<>/="']+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g;
const ATTRIBUTE = /(\s)([^\s<>/="']+)(\s*=\s*)("[^"]*"|'[^']*')/g;

/** Of a drawing: its parts, and a step that it names and gives no place. */
const DIAGRAM = /<(?:[\w-]+:)?BPMNDiagram[\s>/]/g;
const PLANE = /<(?:[\w-]+:)?BPMNPlane[\s>/]/g;
const NO_PLACE = /<(?:[\w-]+:)?BPMNShape(?:\s[^<>]*)?\/>/g;

/** Of an XML declaration what encoding the bytes had. */
const ENCODING = /^(\s*<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/;

/** A text or script with markup in it: allowed, but the modeler gives up at it. */
const MARKED_UP = /<(?:[^\s<>/:"'!?]+:)?(?:text|script)(?:\s[^<>]*)?>[^<]*<[^/!]/;

/** What may be an element of no namespace, in a file with a default namespace and in one without: the modeler can't write it. */
const NONE = /\sxmlns\s*=\s*(?:""|'')/;
const BARE = /<[^\s<>/:="'!?]+[\s/>]/;

/**
 * How a file goes into the modeler.
 *
 * @typedef {object} Reading
 * @property {string} file as the modeler can read it and write it again; only names differ from what came
 * @property {string} drawn the same with a drawing
 * @property {(xml: string) => string} named gives a file that the modeler wrote the names that came
 */

/**
 * A file as the modeler can read it and write it again: one without a drawing gets one, a prefix that the modeler writes
 * for itself and that stands for something else is renamed, and an id that stands twice is made two, since the modeler
 * drops what comes second. All else is left as it is.
 *
 * @param {string} xml
 * @returns {Promise<Reading>}
 */
export async function reading(xml) {
  const { file, drawn, aliases } = prepared(xml);
  const own = withOwnNames(xml);
  const named = (written) => aliases.reduce(back, written);
  return { file, drawn: await withDrawing(own === xml ? drawn : prepared(own).drawn), named };
}

/** The file with its names, and what of it the modeler reads. */
function prepared(xml) {
  const bound = bindings(xml);
  const aliases = Object.keys(OURS)
    .filter((prefix) => [...(bound.get(prefix) ?? [])].some((uri) => uri !== OURS[prefix]))
    .map((prefix) => [prefix, free(bound, prefix)]);
  const text = xml.replace(ENCODING, '$1'); // it is text by now
  const file = distinct(
    aliases.reduce((named, [from, to]) => renamed(named, from, to), text),
    bound,
  );
  const hard =
    MARKED_UP.test(file) ||
    (bound.has('') ? NONE : BARE).test(file) ||
    [...bound.values()].some((uris) => uris.size > 1);
  return { file, drawn: hard ? easy(file) : file, aliases };
}

/** The file with a drawing: its own, else one that is made for it, else an empty one to draw on. */
async function withDrawing(xml) {
  const planes = (xml.match(PLANE) ?? []).length;
  if (planes > 0 && planes === (xml.match(DIAGRAM) ?? []).length) {
    return xml.replace(NO_PLACE, '');
  }
  const doc = new DOMParser().parseFromString(xml, 'text/xml');
  if (doc.getElementsByTagName('parsererror').length > 0) {
    return xml;
  }
  [...doc.getElementsByTagNameNS(OURS.bpmndi, 'BPMNDiagram')]
    .filter((diagram) => diagram.children.length === 0)
    .forEach((diagram) => diagram.remove());
  if (planes > 0) {
    return new XMLSerializer().serializeToString(doc);
  }
  const home = ['collaboration', 'process'].map((name) => doc.getElementsByTagNameNS(OURS.bpmn, name)[0]).find(Boolean);
  if (!home) {
    return xml;
  }
  const made = await laidOut(xml);
  const drawings = made.length > 0 ? made : [empty(doc, home)];
  drawings.forEach((drawing) => doc.documentElement.append(doc.importNode(drawing, true)));
  return new XMLSerializer().serializeToString(doc);
}

/** Of the layout only its drawing is taken: it may have left out of the file what it does not know. */
async function laidOut(xml) {
  try {
    const { layoutProcess } = await import('bpmn-auto-layout');
    const made = new DOMParser().parseFromString(await layoutProcess(await joined(xml)), 'text/xml');
    return [...made.getElementsByTagNameNS(OURS.bpmndi, 'BPMNDiagram')];
  } catch {
    return []; // it knows no answer to some flows; they are drawn on request
  }
}

function empty(doc, home) {
  const drawing = doc.createElementNS(OURS.bpmndi, 'bpmndi:BPMNDiagram');
  const plane = doc.createElementNS(OURS.bpmndi, 'bpmndi:BPMNPlane');
  plane.setAttribute('bpmnElement', home.getAttribute('id') ?? '');
  drawing.append(plane);
  return drawing;
}

/** The file as {@link reading} gives it to the modeler. */
export async function readable(xml) {
  return (await reading(xml)).drawn;
}

/** The layout follows what each step says of its arrows, which a file may leave out. */
async function joined(xml) {
  const { BpmnModdle } = await import('bpmn-moddle');
  const moddle = new BpmnModdle();
  const { rootElement, elementsById } = await moddle.fromXML(xml);
  const note = (step, side, flow) => step && !step.get(side).includes(flow) && step.get(side).push(flow);
  Object.values(elementsById)
    .filter((element) => element.$type === 'bpmn:SequenceFlow')
    .forEach((flow) => {
      note(flow.sourceRef, 'outgoing', flow);
      note(flow.targetRef, 'incoming', flow);
    });
  return (await moddle.toXML(rootElement)).xml;
}

/**
 * The file without what the modeler gives up at: of texts and scripts the words alone, nothing of no namespace, and nothing
 * foreign that gives a prefix another meaning.
 */
function easy(xml) {
  const doc = new DOMParser().parseFromString(xml, 'text/xml');
  [...doc.documentElement.getElementsByTagName('*')]
    .filter((element) => element.namespaceURI === null || (!known(element) && rebinds(element)))
    .forEach((element) => element.remove());
  ['text', 'script']
    .flatMap((name) => [...doc.getElementsByTagNameNS(OURS.bpmn, name)])
    .filter((element) => element.children.length > 0)
    .forEach((element) => element.replaceChildren(element.textContent));
  return doc.getElementsByTagName('parsererror').length > 0 ? xml : new XMLSerializer().serializeToString(doc);
}

function rebinds(element) {
  return [...element.attributes].some(
    ({ prefix, localName, value }) =>
      prefix === 'xmlns' && ![null, value].includes(element.parentNode.lookupNamespaceURI(localName)),
  );
}

/** Every prefix of the file with all it stands for; the default namespace is the prefix ''. */
function bindings(xml) {
  const bound = new Map();
  for (const [, prefix = '', , quoted] of xml.matchAll(/\sxmlns(?::([^\s<>/="']+))?(\s*=\s*)("[^"]*"|'[^']*')/g)) {
    bound.set(prefix, (bound.get(prefix) ?? new Set()).add(quoted.slice(1, -1)));
  }
  return bound;
}

function free(bound, prefix) {
  let name = `${prefix}-1`;
  for (let n = 2; bound.has(name); n++) {
    name = `${prefix}-${n}`;
  }
  bound.set(name, bound.get(prefix));
  return name;
}

/** The prefix is the foreign one again, so that names within values mean what they meant; the modeler's own makes room. */
function back(written, [prefix, alias]) {
  const bound = bindings(written);
  const room = bound.has(prefix) ? renamed(written, prefix, free(bound, prefix)) : written;
  return renamed(room, alias, prefix);
}

function renamed(xml, from, to) {
  const start = `${from}:`;
  const other = (name) =>
    name === `xmlns:${from}` ? `xmlns:${to}` : name.startsWith(start) ? `${to}:${name.slice(start.length)}` : name;
  return xml.replace(TAG, (tag, slash, name, attributes) => {
    if (name === undefined || !tag.includes(from)) {
      return tag;
    }
    const begin = slash.length + 1;
    const end = begin + name.length;
    return (
      tag.slice(0, begin) +
      other(name) +
      attributes.replace(
        ATTRIBUTE,
        (all, space, attribute, equals, value) => space + other(attribute) + equals + value,
      ) +
      tag.slice(end + attributes.length)
    );
  });
}

/** Ids of other namespaces may stand as often as they like. */
function distinct(xml, bound) {
  const seen = new Set();
  const checked = (name) => {
    const uris = bound.get(name.includes(':') ? name.slice(0, name.indexOf(':')) : '');
    return !uris || WITH_IDS.some((uri) => uris.has(uri));
  };
  return xml.replace(TAG, (tag, slash, name, attributes) => {
    if (!attributes || !checked(name)) {
      return tag;
    }
    return tag.replace(ATTRIBUTE, (all, space, attribute, equals, value) => {
      if (attribute !== 'id') {
        return all;
      }
      let id = value.slice(1, -1);
      for (let n = 2; seen.has(id); n++) {
        id = `${value.slice(1, -1)}_${n}`;
      }
      seen.add(id);
      return space + attribute + equals + value[0] + id + value[0];
    });
  });
}
