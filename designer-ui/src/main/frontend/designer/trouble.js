/** How many of the reader's complaints are told, and how much of each. */
const MOST = 3;
const LONGEST = 160;

/** Says what is wrong with a drawing alone: nothing of the flow is lost by it. */
const OF_DRAWING =
  /^(?:no bpmnElement referenced|correcting missing bpmnElement|element .* not yet drawn|multiple DI elements)/;

/** That there is something in a drawing. */
const DRAWN = /<(?:[\w-]+:)?BPMN(?:Shape|Edge)[\s>/]/;

/** Names of others are kept as they are. */
const KEPT = /^unknown attribute/;

/** Why a file that was read can't be changed here without losing something; null when it can. */
export function lossOf(warnings, words) {
  const lost = warnings.filter(
    ({ message, element }) =>
      !KEPT.test(message) &&
      !OF_DRAWING.test(message) &&
      !element?.$instanceOf?.('di:DiagramElement') &&
      !element?.$instanceOf?.('di:Plane'),
  );
  const told = [...new Set(lost.map(({ message }) => firstLine(message)))];
  return told.length === 0
    ? null
    : words('read.warned', { what: told.slice(0, MOST).join('; ') + (told.length > MOST ? '; …' : '') });
}

/** Why a file can't be shown at all. */
export function whyUnreadable({ message }, words) {
  return /^no (?:diagram|process)/.test(message)
    ? words('read.nothing')
    : words('read.unreadable', { what: firstLine(message) });
}

/** What of the flow has no place in its drawing, and why; null when all has. */
export function whyUndrawn(modeler, file, words) {
  const undrawn = modeler.get('undrawn');
  const n = undrawn.steps.length;
  if (undrawn.all === 0) {
    return modeler.get('elementRegistry').filter((element) => element.parent).length === 0
      ? words('undrawn.empty')
      : null;
  }
  if (n === 0) {
    return null;
  }
  return n < undrawn.all
    ? words('undrawn.some', { n, all: undrawn.all })
    : words(DRAWN.test(file) ? 'undrawn.lost' : 'undrawn.none', { n });
}

function firstLine(message) {
  const [line] = message.split('\n');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
