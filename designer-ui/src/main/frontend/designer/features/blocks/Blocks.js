import { getBusinessObject } from 'bpmn-js/lib/util/ModelUtil';
import { readRows } from '../properties/lengths.js';
import { readPicks } from '../request/picks.js';

/**
 * The block vocabulary as the server gives it, and how the settings of a block are read from an element.
 *
 * @typedef {{key: string, template: string, label: string, help: string, group: string, groupLabel: string, plain: boolean,
 *   usual: boolean, awaits: string, icon: string, summary: string, sample: Object<string, string>, type: string, exits: Exit[],
 *   parameters: Parameter[]}} Block
 * @typedef {{name: string, label: string, help: string, kind: string, defaultValue: string, required: boolean, filled: boolean,
 *   splits: boolean, max: number, choices: {value: string, label: string}[]}} Parameter
 * @typedef {{code: string, label: string, needed: boolean}} Exit
 */
export default class Blocks {
  static $inject = ['eventBus'];

  constructor(eventBus) {
    this._eventBus = eventBus;
    /** @type {Block[]} */
    this.all = [];
    /** How a file is called that a setting names; see the feature media. */
    this.fileName = () => '';
  }

  /** Replaces the vocabulary. */
  set(blocks) {
    this.all = blocks;
    this._eventBus.fire('blocks.changed');
  }

  /** The block of this key. */
  find(key) {
    return this.all.find((block) => block.key === key);
  }

  /** The block that a plain element of this type is, such as an end. */
  plain(type) {
    return this.all.find((block) => block.plain && block.type === type);
  }

  /** The block that says any text, and its settings to say this one. */
  saying(text) {
    const block = this.all.find(({ parameters }) => parameters.some((parameter) => parameter.splits));
    return { block, values: block && { [block.parameters.find((parameter) => parameter.splits).name]: text } };
  }

  /** The block that says a text with rows to pick from. */
  listing() {
    return this.all.find((block) => block.group === 'say' && ofKind(block, 'ROWS').length > 0);
  }

  /** The block an element is, or undefined. */
  of(element) {
    const bo = element && getBusinessObject(element);
    if (!bo?.$type || element.labelTarget) {
      return undefined;
    }
    const template = bo.get('camunda:modelerTemplate');
    return this.all.find(
      (block) => block.type === bo.$type && (template ? block.template === template : block.plain && fits(block, bo)),
    );
  }

  /** The settings written into an element: `{name: value}`. */
  values(element) {
    const values = {};
    for (const property of propertyList(element)?.get('values') ?? []) {
      values[property.name] = property.value ?? '';
    }
    return values;
  }

  /** The value of a setting as the engine reads it: written, in BPMN's own place, else the default. */
  value(element, parameter) {
    const written = this.values(element)[parameter.name];
    if (written?.trim()) {
      return written;
    }
    const bo = getBusinessObject(element);
    if (hasPlace(element, parameter.kind) && parameter.kind === 'DURATION') {
      return timer(bo)?.get('timeDuration')?.body ?? '';
    }
    return (hasPlace(element, parameter.kind) && bo.get('calledElement')) || parameter.defaultValue;
  }

  /** What the customer reads at this block, or in short what it does; empty when there is nothing to say. */
  summary(element) {
    const block = this.of(element);
    if (!block) {
      return '';
    }
    return summarised(patternOf(block), (name) => this._shown(element, block, name));
  }

  _shown(element, block, name) {
    const parameter = block.parameters.find((known) => known.name === name);
    if (!parameter) {
      return '';
    }
    const picked = parameter.kind === 'ANSWER_NAME' ? this._picked(element) : [];
    const value = picked.length > 0 ? picked.join(', ') : this.value(element, parameter);
    return parameter.kind === 'MEDIA' ? this.fileName(value) : value;
  }

  /** What a customer can tap at this block. */
  choices(element) {
    const block = this.of(element);
    return block ? choicesOf(block, this.values(element)) : [];
  }

  /** The name an answer or a value is kept under; empty when none is. */
  keeps(element) {
    const [name] = ofKind(this.of(element), 'ANSWER_NAME');
    return name ? this.value(element, name) : '';
  }

  /** The names that something is kept under: the one, or those of what is picked out of an answer. */
  keepsAll(element) {
    const picked = this._picked(element);
    const one = this.keeps(element);
    return picked.length > 0 ? picked : one ? [one] : [];
  }

  _picked(element) {
    const values = this.values(element);
    return ofKind(this.of(element), 'PICKS').flatMap(({ name }) =>
      readPicks(values[name])
        .map((pick) => pick.name)
        .filter(Boolean),
    );
  }

  /** Whether the block asks and waits for an answer. */
  asks(element) {
    return this.of(element)?.awaits === 'CUSTOMER';
  }
}

/** The parameters of a block that are of this kind. */
export const ofKind = (block, kind) => (block?.parameters ?? []).filter((parameter) => parameter.kind === kind);

const patternOf = (block) =>
  block.summary ||
  ofKind(block, 'TEXT')
    .slice(0, 1)
    .map(({ name }) => `{${name}}`)
    .join('');

/** What the sample of a block says in short. */
export const sampleOf = (block) => summarised(patternOf(block), (name) => block.sample?.[name] ?? '');

/** The titles a customer can tap at a block with these settings. */
export function choicesOf(block, values) {
  const lines = [...ofKind(block, 'OPTIONS'), ...ofKind(block, 'ROWS')].map(({ name }) => values[name]).find(Boolean);
  return lines
    ? readRows(lines)
        .map((row) => row.title)
        .filter(Boolean)
    : ofKind(block, 'BUTTON')
        .map(({ name }) => values[name])
        .filter(Boolean);
}

/**
 * A pattern with its values: parts between dots, and in them names in braces. A part is left out when none of its names has
 * a value, or when one with a mark has none.
 */
export function summarised(pattern, value) {
  return pattern
    .split(' · ')
    .map((part) => {
      let [some, all] = [false, true];
      const filled = part.replace(/\{(\w+)(!?)\}/g, (_, name, needed) => {
        const found = value(name);
        some ||= Boolean(found);
        all &&= Boolean(found || !needed);
        return found;
      });
      return some && all ? filled : '';
    })
    .filter(Boolean)
    .join(' · ');
}

/** The code of the exit that an event on the edge of a block stands for; undefined when it is no error. */
export const exitCode = (bo) =>
  bo.eventDefinitions?.find((definition) => definition.$type === 'bpmn:ErrorEventDefinition')?.errorRef?.errorCode;

/** The camunda:Properties of an element, if it has them. */
export function propertyList(element) {
  return getBusinessObject(element)
    .get('extensionElements')
    ?.get('values')
    .find((v) => v.$type === 'camunda:Properties');
}

/** The timer of an event, if it has one. */
export function timer(bo) {
  return bo.eventDefinitions?.find((definition) => definition.$type === 'bpmn:TimerEventDefinition');
}

/** Whether a block is an event that time brings about. */
export function isTimed(block) {
  return block.type.endsWith('Event') && block.parameters.some((parameter) => parameter.kind === 'DURATION');
}

/** Whether BPMN itself has a place for a setting of this kind in this element. */
export function hasPlace(element, kind) {
  const bo = getBusinessObject(element);
  return (kind === 'DURATION' && bo.$type.endsWith('Event')) || (kind === 'FLOW' && bo.$type === 'bpmn:CallActivity');
}

function fits(block, bo) {
  return isTimed(block) ? Boolean(timer(bo)) : !bo.eventDefinitions?.length;
}
