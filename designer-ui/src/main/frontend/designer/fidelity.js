import { XMLNS, XSI, handle, handles, isPlain, known, paired, same, sameValue, textOf } from './matching.js';
import { Restoring } from './restoring.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * What a file lost when it was read into the modeler and written again. Found once, when the file is opened; put back
 * into whatever is written later, as long as the modeler still says there what it said then: what somebody changed since
 * stays changed, what somebody deleted stays deleted.
 */
export class Loss {
  /**
   * @param {string} file as it was read
   * @param {string} written as the modeler wrote it before anything was changed
   * @returns {Loss | null} null when nothing is lost, or when the file is none
   */
  static between(file, written) {
    if (file === written) {
      return null;
    }
    const [original, baseline] = [parsed(file), parsed(written)];
    if (!original || !baseline) {
      return null;
    }
    const loss = new Loss(baseline);
    loss._pair(original.documentElement, baseline.documentElement);
    loss._walk(original.documentElement, baseline.documentElement);
    loss._planes(original, baseline);
    return loss.steps.length > 0 ? loss : null;
  }

  constructor(baseline) {
    this.baseline = baseline;
    this.handles = handles(baseline);
    /** Each element of the file, and what the modeler made of it. */
    this.partners = new Map();
    /** What is to be done to get it back, in the order of the file. */
    this.steps = [];
  }

  /** The file with what it had. */
  restored(xml) {
    const doc = parsed(xml);
    if (!doc) {
      return xml;
    }
    const restoring = new Restoring(this, doc);
    this.steps.forEach((step) => restoring[step.what](step));
    return HEAD + new XMLSerializer().serializeToString(doc).replace(/^<\?xml[^>]*>\s*/, '');
  }

  _pair(one, other) {
    this.partners.set(one, other);
    const elsewhere = [...one.children].filter((child) => this._anywhere(child));
    elsewhere.forEach((child) => this._pair(child, this._anywhere(child)));
    const taken = new Set(elsewhere.map((child) => this.partners.get(child)));
    const left = [...one.children].filter((child) => !this.partners.has(child));
    const right = [...other.children].filter((child) => !taken.has(child));
    const pairs = paired(left, right);
    const spare = right.filter((child) => ![...pairs.values()].includes(child));
    left
      .filter((child) => !pairs.has(child))
      .forEach((child) => {
        const typed = spare.findIndex((candidate) => isTyped(candidate, child));
        if (typed >= 0) {
          pairs.set(child, spare.splice(typed, 1)[0]);
        }
      });
    pairs.forEach((match, child) => this._pair(child, match));
  }

  /** What has an id is found wherever it went. */
  _anywhere(element) {
    const found = this.handles.get(handle(element));
    return found && found.localName === element.localName ? found : null;
  }

  _walk(one, other) {
    const mixed = one.children.length > 0 && (textOf(one) + textOf(other)).trim() !== '';
    if (!known(one) || mixed) {
      if (!same(one, other)) {
        this.steps.push({ what: 'replace', one, other });
      }
      return;
    }
    this._attributes(one, other);
    if (one.children.length === 0 && textOf(one).trim() !== textOf(other).trim()) {
      this.steps.push({ what: 'text', one, other });
    }
    for (const child of one.children) {
      const match = this.partners.get(child);
      if (!match || match.parentNode !== other) {
        this.steps.push({ what: match ? 'move' : 'insert', one: child, other: match, into: other });
      }
      if (match) {
        this._walk(child, match);
      }
      if (match && match.localName !== child.localName) {
        this.steps.push({ what: 'retag', one: child, other: match });
      }
    }
  }

  _attributes(one, other) {
    for (const { namespaceURI, localName, name, value } of one.attributes) {
      if (namespaceURI === XMLNS) {
        const prefix = name === 'xmlns' ? null : localName;
        if (prefix !== null && other.lookupNamespaceURI(prefix) !== value) {
          this.steps.push({
            what: 'attribute',
            other,
            namespaceURI,
            localName,
            name,
            value,
            was: other.getAttribute(name),
          });
        }
        continue;
      }
      const was = other.getAttributeNS(namespaceURI, localName);
      if (!sameValue({ namespaceURI, localName }, one, value, other, was)) {
        this.steps.push({ what: 'attribute', other, namespaceURI, localName, name, value, was });
      }
    }
    for (const { namespaceURI, localName, name, value } of [...other.attributes].filter(isPlain)) {
      if (!one.hasAttributeNS(namespaceURI, localName)) {
        this.steps.push({ what: 'attribute', other, namespaceURI, localName, name, value: null, was: value });
      }
    }
  }

  /** The modeler draws what is within a closed subprocess on a plane of its own; in the file it may stand with the rest. */
  _planes(original, baseline) {
    const planes = [...original.getElementsByTagNameNS('*', 'BPMNPlane')];
    if (planes.length === 0) {
      return;
    }
    const kept = new Set(planes.map((plane) => this.partners.get(plane)));
    const shapes = [...original.getElementsByTagNameNS('*', 'BPMNShape')];
    for (const plane of baseline.getElementsByTagNameNS('*', 'BPMNPlane')) {
      const drawn = plane.getAttribute('bpmnElement');
      const home = shapes.find((shape) => shape.getAttribute('bpmnElement') === drawn)?.parentNode;
      if (!kept.has(plane) && this.partners.has(home)) {
        this.steps.push({ what: 'fold', drawn, home: this.partners.get(home), empty: plane.children.length === 0 });
      }
    }
  }
}

/** Whether the modeler wrote an element by the general name and said its kind apart: `expression` for `formalExpression`. */
function isTyped(written, { localName }) {
  const type = written.getAttributeNS(XSI, 'type')?.split(':').pop();
  return type?.toLowerCase() === `t${localName}`.toLowerCase();
}

function parsed(xml) {
  const doc = new DOMParser().parseFromString(xml, 'text/xml');
  return doc.getElementsByTagName('parsererror').length > 0 ? null : doc;
}
