import { Reader } from 'moddle-xml';

/** What XML allows as an id, and digits at its begin, which some tools write; the modeler knows unaccented letters alone. */
const ID = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.:·-]*$/u;

/** Lets a modeler's reader take ids with letters of all languages; it would leave out the elements that have them. */
export function withAnyId(modeler) {
  const moddle = modeler.get('moddle');
  moddle.fromXML = (xml, type, options = {}) => {
    const reader = new Reader({ model: moddle, lax: true, ...options });
    const root = reader.handler(typeof type === 'string' ? type : 'bpmn:Definitions');
    let context;
    Object.defineProperty(root, 'context', {
      get: () => context,
      set: (given) => {
        context = lenient(given);
      },
    });
    return reader.fromXML(xml, root);
  };
  return modeler;
}

function lenient(context) {
  const strict = context.addElement;
  context.addElement = (element) => {
    const property = element.$descriptor.idProperty;
    const id = property && element.get(property.name);
    if (id && ID.test(id) && !context.elementsById[id]) {
      context.elementsById[id] = element;
    } else {
      strict.call(context, element);
    }
  };
  return context;
}
