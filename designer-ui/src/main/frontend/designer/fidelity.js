/**
 * What a file says that the modeler does not write again: values that equal a default, references that lead nowhere,
 * names and elements it has no word for, numbers and elements written another way. It is found once, by comparing the
 * file with what the modeler writes before anything is changed, and put back into what is written later, on elements
 * that are still there and where nothing new was said.
 */
const XMLNS = 'http://www.w3.org/2000/xmlns/';

const parsed = (xml) => new DOMParser().parseFromString(xml, 'text/xml');
const nameOf = (node) => `{${node.namespaceURI ?? ''}}${node.localName}`;
const ownText = (element) => (element.childElementCount === 0 ? element.textContent.trim() : '');

/** All elements by a name that stays the same while they are the same: the id, else the place below the one that has one. */
function named(document) {
  const byName = new Map();
  const names = new Map();
  const visit = (element, parent) => {
    const refers = element.getAttribute('bpmnElement');
    const kind = nameOf(element);
    let name = element.id && element.hasAttribute('id') ? `#${element.getAttribute('id')}` : `${parent}/${kind}${refers ? `@${refers}` : ''}${label(element)}`;
    for (let n = 2; byName.has(name); n++) {
      name = `${name.replace(/~\d+$/, '')}~${n}`;
    }
    byName.set(name, element);
    names.set(element, name);
    [...element.children].forEach((child) => visit(child, name));
  };
  visit(document.documentElement, '');
  return { byName, names };
}

/** Elements that are nothing but a text, as references are, are told apart by it, whatever their order. */
const label = (element) => (element.attributes.length === 0 && ownText(element) ? `=${ownText(element)}` : '');

/** What is to be put back, or null when the modeler writes all of it. */
export function lossOf(original, written) {
  if (original === written) {
    return null;
  }
  const before = named(parsed(original));
  const after = named(parsed(written));
  const loss = { attributes: [], texts: [], elements: [], rewritten: [] };
  const visit = (element) => {
    const name = before.names.get(element);
    const again = after.byName.get(name);
    if (!again || nameOf(again) !== nameOf(element)) {
      loss.elements.push(lostElement(element, before));
      return;
    }
    [...again.attributes].filter((attribute) => attribute.namespaceURI !== XMLNS
      && !element.hasAttributeNS(attribute.namespaceURI, attribute.localName)).forEach((attribute) => {
      loss.attributes.push({ name, kind: nameOf(element), attribute, written: attribute.value, added: true });
    });
    loss.rewritten.push(...rewritten(element, again, before, after));
    [...element.attributes].forEach((attribute) => {
      const now = again.getAttributeNS(attribute.namespaceURI, attribute.localName);
      if (now !== attribute.value && !declared(attribute, again)) {
        loss.attributes.push({ name, kind: nameOf(element), attribute, written: now });
      }
    });
    if (ownText(element) !== ownText(again)) {
      loss.texts.push({ name, text: element.textContent, written: ownText(again) });
    }
    [...element.children].forEach(visit);
  };
  visit(before.names.keys().next().value);
  return loss.attributes.length + loss.texts.length + loss.elements.length > 0 ? loss : null;
}

/** Where elements are lost and others are there in their place, these are the same in the modeler's words. */
function rewritten(element, again, before, after) {
  const lost = [...element.children].some((child) => !after.byName.has(before.names.get(child)));
  return lost ? [...again.children].filter((child) => !before.byName.has(after.names.get(child)))
    .map((child) => ({ name: after.names.get(child), parent: before.names.get(element), element: child })) : [];
}

/** A prefix that stands for the same there needs no second declaration, and the default one is the writer's own. */
function declared(attribute, element) {
  if (attribute.namespaceURI !== XMLNS) {
    return false;
  }
  return attribute.localName === 'xmlns' || element.lookupNamespaceURI(attribute.localName) !== null;
}

function lostElement(element, { names }) {
  const before = [];
  for (let sibling = element.previousElementSibling; sibling; sibling = sibling.previousElementSibling) {
    before.push(names.get(sibling));
  }
  return { name: names.get(element), parent: names.get(element.parentElement), before, element };
}

const squeezed = (element) => element.outerHTML.replace(/>\s+/g, '>').replace(/\s+</g, '<');

/** The file with what the modeler left out. */
export function restored(written, loss) {
  const document = parsed(written);
  const { byName } = named(document);
  loss.attributes.forEach(({ name, kind, attribute, written: known, added }) => {
    const element = byName.get(name);
    const same = element && nameOf(element) === kind
      && element.getAttributeNS(attribute.namespaceURI, attribute.localName) === known;
    if (same && added) {
      element.removeAttributeNS(attribute.namespaceURI, attribute.localName);
    } else if (same) {
      element.setAttributeNS(attribute.namespaceURI, attribute.name, attribute.value);
    }
  });
  loss.texts.forEach(({ name, text, written: known }) => {
    const element = byName.get(name);
    if (element && element.childElementCount === 0 && ownText(element) === known) {
      element.textContent = text;
    }
  });
  const changed = new Set();
  loss.rewritten.forEach(({ name, parent, element }) => {
    const now = byName.get(name);
    if (now && squeezed(now) === squeezed(element)) {
      now.remove();
    } else {
      changed.add(parent);
    }
  });
  loss.elements.forEach(({ name, parent, before, element }) => {
    const place = byName.get(parent);
    if (place && !byName.has(name) && !changed.has(parent)) {
      const back = document.importNode(element, true);
      const after = before.map((sibling) => byName.get(sibling)).find((sibling) => sibling?.parentElement === place);
      place.insertBefore(back, after ? after.nextSibling : place.firstChild);
      byName.set(name, back);
    }
  });
  const xml = new XMLSerializer().serializeToString(document);
  return xml.startsWith('<?xml') ? xml : `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`;
}
