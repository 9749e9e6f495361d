import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';

/** The code of the error that leaves an ask whose attempts are used up. */
export const NO_ANSWER = 'qliento.no-answer';

/**
 * The block vocabulary as the server gives it, and how the settings of a block are read from an element.
 *
 * @typedef {{key: string, template: string, label: string, help: string, group: string, groupLabel: string, plain: boolean,
 *   type: string, parameters: Parameter[]}} Block
 * @typedef {{name: string, label: string, help: string, kind: string, defaultValue: string, required: boolean,
 *   max: number, choices: {value: string, label: string}[]}} Parameter
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

  /** The block an element is, or undefined. */
  of(element) {
    const bo = element && getBusinessObject(element);
    if (!bo?.$type || element.labelTarget) {
      return undefined;
    }
    const template = bo.get('camunda:modelerTemplate');
    return this.all.find((block) => block.type === bo.$type
      && (template ? block.template === template : block.plain && fits(block, bo)));
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
    if (parameter.kind === 'DURATION') {
      return timer(bo)?.get('timeDuration')?.body ?? '';
    }
    return (parameter.kind === 'FLOW' && bo.get('calledElement')) || parameter.defaultValue;
  }

  /** What the customer reads at this block, or in short what it does; empty when there is nothing to say. */
  summary(element) {
    const block = this.of(element);
    const values = this.values(element);
    switch (block?.key) {
      case 'set-value':
        return values.name ? `${values.name} = ${values.value ?? ''}` : '';
      case 'decide':
        return values.decision ? `${values.name ?? ''} ← ${values.decision}` : '';
      case 'start-flow':
        return this.value(element, block.parameters[0]);
      default:
        return values.text ?? values.question ?? [this.fileName(values.file), values.caption].filter(Boolean).join(' · ');
    }
  }

  /** Whether the block asks and waits for an answer. */
  asks(element) {
    return is(element, 'bpmn:ReceiveTask') && this.of(element)?.group === 'ask';
  }
}

/** The camunda:Properties of an element, if it has them. */
export function propertyList(element) {
  return getBusinessObject(element).get('extensionElements')?.get('values').find((v) => v.$type === 'camunda:Properties');
}

/** The timer of an event, if it has one. */
export function timer(bo) {
  return bo.eventDefinitions?.find((definition) => definition.$type === 'bpmn:TimerEventDefinition');
}

function fits(block, bo) {
  const timed = block.parameters.some((parameter) => parameter.kind === 'DURATION');
  return timed ? Boolean(timer(bo)) : !bo.eventDefinitions?.length;
}
