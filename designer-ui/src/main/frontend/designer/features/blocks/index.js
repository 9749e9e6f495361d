/**
 * The vocabulary of chat blocks as the server tells it: what each element of the diagram is, and how one is made.
 * A block is a BPMN element with `camunda:modelerTemplate`; its parameters travel as `camunda:property`.
 */
const TEMPLATE = 'camunda:modelerTemplate';
const SIZE = { width: 168, height: 84 };

export class ChatBlocks {
  constructor(bpmnFactory, elementFactory, modeling, moddle) {
    Object.assign(this, { bpmnFactory, elementFactory, modeling, moddle });
    this.all = [];
  }

  /** @param {object[]} blocks as `BlockCatalogue` writes them */
  set(blocks) {
    this.all = blocks;
  }

  /** The block that an element of the diagram is, if it is one. */
  of(element) {
    const object = element?.businessObject;
    if (!object) {
      return undefined;
    }
    const template = object.get(TEMPLATE);
    return this.all.find((block) => (template ? block.template === template : block.plain && block.type === object.$type));
  }

  /** A parameter's value as it stands in the file; undefined when it is not there. */
  value(element, name) {
    return this.properties(element)?.values?.find((property) => property.name === name)?.value;
  }

  properties(element) {
    return element.businessObject.extensionElements?.values?.find((one) => one.$type === 'camunda:Properties');
  }

  /** What the block says to the customer, for the eye; empty when it says nothing. */
  says(element) {
    for (const name of ['text', 'question', 'keywords', 'duration', 'flow', 'value']) {
      const value = this.value(element, name);
      if (value) {
        return value;
      }
    }
    return '';
  }

  /** A new shape of this block, not yet on the canvas. */
  create(block) {
    const object = this.bpmnFactory.create(block.type, { name: block.label, [TEMPLATE]: block.template });
    const values = block.parameters
      .filter((parameter) => parameter.required || parameter.defaultValue)
      .map((parameter) => this.bpmnFactory.create('camunda:Property', { name: parameter.name, value: parameter.defaultValue || '' }));
    this.attach(object, values);
    if (block.type === 'bpmn:IntermediateCatchEvent') {
      this.setTimer(object, 'PT1H');
    }
    const activity = /Task|Activity/.test(block.type);
    return this.elementFactory.createShape({ type: block.type, businessObject: object, ...(activity ? SIZE : {}) });
  }

  attach(object, values) {
    const properties = this.bpmnFactory.create('camunda:Properties', { values });
    const extensions = this.bpmnFactory.create('bpmn:ExtensionElements', { values: [properties] });
    values.forEach((value) => (value.$parent = properties));
    properties.$parent = extensions;
    extensions.$parent = object;
    object.extensionElements = extensions;
  }

  setTimer(object, duration) {
    const timeDuration = this.bpmnFactory.create('bpmn:FormalExpression', { body: duration });
    const definition = this.bpmnFactory.create('bpmn:TimerEventDefinition', { timeDuration });
    timeDuration.$parent = definition;
    definition.$parent = object;
    object.eventDefinitions = [definition];
  }

  /** Writes a parameter, as one step that can be undone. */
  write(element, name, value) {
    const object = element.businessObject;
    const known = this.properties(element);
    if (!known) {
      const property = this.bpmnFactory.create('camunda:Property', { name, value });
      const properties = this.bpmnFactory.create('camunda:Properties', { values: [property] });
      property.$parent = properties;
      const extensions = this.bpmnFactory.create('bpmn:ExtensionElements', {
        values: [...(object.extensionElements?.values ?? []), properties],
      });
      properties.$parent = extensions;
      extensions.$parent = object;
      this.modeling.updateProperties(element, { extensionElements: extensions });
      return;
    }
    const property = known.values?.find((one) => one.name === name);
    if (property) {
      this.modeling.updateModdleProperties(element, property, { value });
    } else {
      const added = this.bpmnFactory.create('camunda:Property', { name, value });
      added.$parent = known;
      this.modeling.updateModdleProperties(element, known, { values: [...(known.values ?? []), added] });
    }
  }

  /** Writes a parameter that BPMN has a place of its own for, too. */
  writeAll(element, name, value) {
    this.write(element, name, value);
    const object = element.businessObject;
    if (name === 'duration' && object.eventDefinitions?.[0]) {
      const timeDuration = this.bpmnFactory.create('bpmn:FormalExpression', { body: value });
      timeDuration.$parent = object.eventDefinitions[0];
      this.modeling.updateModdleProperties(element, object.eventDefinitions[0], { timeDuration });
    }
    if (name === 'flow' && object.$type === 'bpmn:CallActivity') {
      this.modeling.updateProperties(element, { calledElement: value });
    }
  }
}

ChatBlocks.$inject = ['bpmnFactory', 'elementFactory', 'modeling', 'moddle'];

export default { __init__: ['chatBlocks'], chatBlocks: ['type', ChatBlocks] };
