/** How elements of two writings of a file belong together. */

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/';
const DRAWING = 'http://www.omg.org/spec/DD/20100524/';
const CAMUNDA = 'http://camunda.org/schema/1.0/bpmn';
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
export const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** Attributes that tell an element from its siblings of the same kind. */
const NAMING = ['id', 'bpmnElement', 'name', 'key'];

/** Whether the modeler knows elements of this kind; all others it keeps as it finds them, or not. */
export function known({ namespaceURI }) {
  return (
    namespaceURI !== null &&
    (namespaceURI.startsWith(BPMN) || namespaceURI.startsWith(DRAWING) || namespaceURI === CAMUNDA)
  );
}

/** What finds an element anywhere in its file, or null: ids, and of a drawing also what it draws. */
export function handle(element) {
  if (!element.namespaceURI?.startsWith(BPMN)) {
    return null;
  }
  const id = element.getAttribute('id');
  const drawn = element.getAttribute('bpmnElement');
  return id ? `#${id}` : drawn ? `${element.localName}@${drawn}` : null;
}

/** All elements of a file by their handle; one that two have finds none. */
export function handles(doc) {
  const found = new Map();
  for (const element of doc.getElementsByTagName('*')) {
    const name = handle(element);
    if (name) {
      found.set(name, found.has(name) ? null : element);
    }
  }
  return found;
}

/** The text right in an element, comments left out. */
export function textOf(element) {
  let text = '';
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE) {
      text += node.data;
    }
  }
  return text;
}

/** Whether two values of an attribute say the same. */
export function sameValue(name, one, oneValue, other, otherValue) {
  if (oneValue === otherValue) {
    return true;
  }
  if (oneValue === null || otherValue === null) {
    return false;
  }
  if (name.namespaceURI === XSI && name.localName === 'type') {
    return qualified(one, oneValue) === qualified(other, otherValue);
  }
  return (
    one.namespaceURI?.startsWith(DRAWING) === true && oneValue.trim() !== '' && Number(oneValue) === Number(otherValue)
  );
}

function qualified(element, value) {
  const [prefix, name] = value.includes(':') ? value.trim().split(':') : [null, value.trim()];
  return `${element.lookupNamespaceURI(prefix)} ${name}`;
}

/** Whether two elements and all within them say the same, in the same order. */
export function same(one, other) {
  const [content, otherContent] = [contentOf(one), contentOf(other)];
  const attributes = [...one.attributes].filter(isPlain);
  return (
    one.localName === other.localName &&
    one.namespaceURI === other.namespaceURI &&
    content.length === otherContent.length &&
    attributes.length === [...other.attributes].filter(isPlain).length &&
    attributes.every((a) => sameValue(a, one, a.value, other, other.getAttributeNS(a.namespaceURI, a.localName))) &&
    content.every(
      (part, i) =>
        part === otherContent[i] ||
        (part instanceof Element && otherContent[i] instanceof Element && same(part, otherContent[i])),
    )
  );
}

/** Elements and the words between them. */
function contentOf(element) {
  const parts = [];
  let words = '';
  const close = () => {
    if (words.trim() !== '') {
      parts.push(words.trim());
    }
    words = '';
  };
  for (const node of element.childNodes) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      close();
      parts.push(node);
    } else if (node.nodeType !== Node.COMMENT_NODE) {
      words += node.data;
    }
  }
  close();
  return parts;
}

/** Whether it is an attribute that says something, not one that declares a prefix. */
export function isPlain(attribute) {
  return attribute.namespaceURI !== XMLNS;
}

/**
 * Pairs elements that have the same parent with those of the other writing: by what names them, then by what they say, and
 * what is left in order when as many are left.
 *
 * @param {Element[]} ones
 * @param {Element[]} others
 * @returns {Map<Element, Element>}
 */
export function paired(ones, others) {
  const pairs = new Map();
  const kinds = new Map();
  const put = (element, side) => {
    const kind = `${element.namespaceURI} ${element.localName}`;
    kinds.set(kind, kinds.get(kind) ?? [[], []]);
    kinds.get(kind)[side].push(element);
  };
  ones.forEach((element) => put(element, 0));
  others.forEach((element) => put(element, 1));
  for (const [left, right] of kinds.values()) {
    let [a, b] = pairedBy(name, left, right, pairs);
    [a, b] = pairedBy(fingerprint, a, b, pairs);
    if (a.length === b.length) {
      a.forEach((element, i) => pairs.set(element, b[i]));
    } else {
      a.forEach((element) => {
        const i = b.findIndex((other) => agrees(element, other));
        if (i >= 0) {
          pairs.set(element, b.splice(i, 1)[0]);
        }
      });
    }
  }
  return pairs;
}

function pairedBy(key, ones, others, pairs) {
  if (ones.length === 0 || others.length === 0) {
    return [ones, others];
  }
  const waiting = new Map();
  others.forEach((other) => {
    const k = key(other);
    if (k !== null) {
      waiting.set(k, [...(waiting.get(k) ?? []), other]);
    }
  });
  const taken = new Set();
  const left = ones.filter((element) => {
    const other = waiting.get(key(element))?.shift();
    if (other) {
      pairs.set(element, other);
      taken.add(other);
    }
    return !other;
  });
  return [left, others.filter((other) => !taken.has(other))];
}

function name(element) {
  const attribute = NAMING.find((candidate) => element.getAttribute(candidate));
  if (attribute) {
    return `${attribute}=${element.getAttribute(attribute)}`;
  }
  return element.attributes.length === 0 && element.children.length === 0 ? textOf(element).trim() : null;
}

function fingerprint(element) {
  const attributes = [...element.attributes]
    .filter(isPlain)
    .map((a) => `${a.namespaceURI} ${a.localName}=${a.value}`)
    .sort();
  return `${attributes.join('\n')}\n${element.textContent.trim()}`;
}

/** What both say is the same. */
function agrees(one, other) {
  return (
    textOf(one).trim() === textOf(other).trim() &&
    [...one.attributes].filter(isPlain).every((a) => {
      const value = other.getAttributeNS(a.namespaceURI, a.localName);
      return value === null || sameValue(a, one, a.value, other, value);
    })
  );
}
