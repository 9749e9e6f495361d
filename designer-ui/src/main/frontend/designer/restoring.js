import { handle, handles, known, paired, same, textOf } from './matching.js';

/** One putting back of what a file lost, into what the modeler wrote just now. */
export class Restoring {
  /**
   * @param {import('./fidelity.js').Loss} loss
   * @param {Document} doc changed in place
   */
  constructor(loss, doc) {
    this.loss = loss;
    this.doc = doc;
    this.now = handles(doc);
    /** Elements as the modeler first wrote them, and as they are now. */
    this.found = new Map([[loss.baseline.documentElement, doc.documentElement]]);
    this.paired = new Set();
    /** Elements of the file that were put back. */
    this.back = new Map();
  }

  attribute({ other, namespaceURI, localName, name, value, was }) {
    const element = this._now(other);
    if (!element || element.getAttributeNS(namespaceURI, localName) !== was || this._stale(value)) {
      return;
    }
    if (element.localName !== other.localName && namespaceURI === null) {
      return;
    }
    if (value === null) {
      element.removeAttributeNS(namespaceURI, localName);
    } else {
      element.setAttributeNS(namespaceURI, name, value);
    }
  }

  text({ one, other }) {
    const element = this._now(other);
    if (element && element.children.length === 0 && textOf(element) === textOf(other) && !this._stale(textOf(one))) {
      element.textContent = textOf(one);
    }
  }

  replace({ one, other }) {
    const element = this._now(other);
    if (element && same(element, other)) {
      const copy = this.doc.importNode(one, true);
      element.replaceWith(copy);
      this.found.set(other, copy);
    }
  }

  /** The modeler wrote it by a more general name. */
  retag({ one, other }) {
    const element = this._now(other);
    if (element && element.localName === other.localName) {
      const copy = this.doc.createElementNS(one.namespaceURI, one.nodeName);
      [...element.attributes].forEach((attribute) =>
        copy.setAttributeNS(attribute.namespaceURI, attribute.name, attribute.value),
      );
      copy.append(...element.childNodes);
      element.replaceWith(copy);
      this.found.set(other, copy);
    }
  }

  insert({ one, into }) {
    const parent = this._now(into);
    const changed = parent && parent.localName !== into.localName;
    if (!parent || (changed && known(one)) || this.now.get(handle(one)) || this._pointsNowhere(one)) {
      return;
    }
    const copy = this.doc.importNode(one, true);
    this.back.set(one, copy);
    this._place(copy, parent, one);
  }

  move({ one, other, into }) {
    const [element, parent] = [this._now(other), this._now(into)];
    if (element && parent && element.parentNode !== parent && sameHome(element, other)) {
      detach(element);
      this._place(element, parent, one);
    }
  }

  fold({ drawn, home, empty }) {
    const plane = this._now(home);
    const made = [...this.doc.getElementsByTagNameNS('*', 'BPMNPlane')].find(
      (candidate) => candidate !== plane && candidate.getAttribute('bpmnElement') === drawn,
    );
    if (!plane || !made || (empty && made.children.length > 0)) {
      return;
    }
    [...made.children].forEach((child) => {
      detach(child);
      this._place(child, plane, null);
    });
    detach(made.parentNode);
  }

  /** The element as it is now; null when it was deleted. */
  _now(other) {
    if (!this.found.has(other)) {
      const name = handle(other);
      if (name && this.loss.handles.get(name)) {
        this.found.set(other, this.now.get(name) ?? null);
      } else {
        this._pairUnder(other.parentNode);
      }
    }
    return this.found.get(other) ?? null;
  }

  _pairUnder(parent) {
    const now = this._now(parent);
    if (now && !this.paired.has(parent)) {
      this.paired.add(parent);
      const nameless = (element) => !handle(element);
      paired([...parent.children].filter(nameless), [...now.children].filter(nameless)).forEach((match, element) =>
        this.found.set(element, match),
      );
    }
  }

  /** Where it stood in the file: after what came before it, else before what came after it, else at the end. */
  _place(element, parent, one) {
    const beside = (side) => {
      for (let at = one?.[side]; at; at = at[side]) {
        const partner = this.loss.partners.get(at);
        const there = this.back.get(at) ?? (partner && this._now(partner));
        if (there?.parentNode === parent) {
          return there;
        }
      }
      return null;
    };
    const before = beside('previousElementSibling');
    const next = before ? before.nextSibling : (beside('nextElementSibling') ?? lastSpace(parent));
    const indent = `\n${'  '.repeat(depth(parent) + 1)}`;
    if (before || !next || next.nodeType !== Node.ELEMENT_NODE) {
      parent.insertBefore(this.doc.createTextNode(indent), next);
      parent.insertBefore(element, next);
    } else {
      parent.insertBefore(element, next);
      parent.insertBefore(this.doc.createTextNode(indent), next);
    }
    if (!parent.lastChild || parent.lastChild === element) {
      parent.append(`\n${'  '.repeat(depth(parent))}`);
    }
  }

  /** Whether a value points to what was deleted since. */
  _stale(value) {
    const name = value && `#${value.trim()}`;
    return Boolean(name && this.loss.handles.has(name) && !this.now.has(name));
  }

  _pointsNowhere(one) {
    return [one, ...one.getElementsByTagName('*')].some(
      (element) =>
        known(element) &&
        ([...element.attributes].some(({ value }) => this._stale(value)) || this._stale(textOf(element))),
    );
  }
}

/** Whether it still stands where the modeler had put it. */
function sameHome(element, other) {
  return element.parentNode.getAttribute('bpmnElement') === other.parentNode.getAttribute('bpmnElement');
}

function detach(element) {
  if (element.previousSibling?.nodeType === Node.TEXT_NODE) {
    element.previousSibling.remove();
  }
  element.remove();
}

function depth(element) {
  let n = 0;
  for (let at = element.parentElement; at; at = at.parentElement) {
    n++;
  }
  return n;
}

function lastSpace(parent) {
  return parent.lastChild?.nodeType === Node.TEXT_NODE ? parent.lastChild : null;
}
