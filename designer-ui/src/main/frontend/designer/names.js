import { known } from './matching.js';

const REFERENCE = /^(?:bpmnElement|default|sourceElement|targetElement|(?!structure|evaluatesToType)\w*Ref)$/;
const REFERENCES = /^(?:incoming|outgoing|\w+Refs?)$/;
const QUALIFIED = /^\s*([\p{L}_][\p{L}\p{N}\p{M}_.-]*):([\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]*)\s*$/u;

/** Whether there may be any: a value or a text of the form `prefix:name`. */
const MAYBE =
  /(?:Ref|bpmnElement|default|Element)\s*=\s*["'][^\s"':/{}$]+:[^\s"':/]+["']|<[^<>]*(?:incoming|outgoing|Refs?)(?:\s[^<>]*)?>\s*[^\s<>:/]+:[^\s<>:/]+\s*</;

/**
 * The file with each reference to one of its own elements written as their id alone, as the modeler looks for them: which they
 * are says the namespace, whatever prefix stands for it. References to other files stay as they are, and so name nothing here.
 */
export function withOwnNames(xml) {
  if (!MAYBE.test(xml)) {
    return xml;
  }
  const doc = new DOMParser().parseFromString(xml, 'text/xml');
  const target = doc.documentElement.getAttribute('targetNamespace');
  if (!target || doc.getElementsByTagName('parsererror').length > 0) {
    return xml;
  }
  const own = (element, value) => {
    const [, prefix, name] = QUALIFIED.exec(value) ?? [];
    return prefix && element.lookupNamespaceURI(prefix) === target ? name : value;
  };
  for (const element of [...doc.getElementsByTagName('*')].filter(known)) {
    [...element.attributes]
      .filter(({ namespaceURI, name }) => !namespaceURI && REFERENCE.test(name))
      .forEach((attribute) => {
        attribute.value = own(element, attribute.value);
      });
    if (
      REFERENCES.test(element.localName) &&
      element.children.length === 0 &&
      own(element, element.textContent) !== element.textContent
    ) {
      element.textContent = own(element, element.textContent);
    }
  }
  return new XMLSerializer().serializeToString(doc);
}
