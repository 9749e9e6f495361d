import { isTimed } from './Blocks.js';

/** Makes new shapes that are correct blocks: element, template and the settings that have a default. */
export default class BlockFactory {
  static $inject = ['elementFactory', 'bpmnFactory'];

  constructor(elementFactory, bpmnFactory) {
    this._elementFactory = elementFactory;
    this._bpmnFactory = bpmnFactory;
  }

  /** A shape that is on no canvas yet. Values by setting name win over the defaults. */
  shape(block, values = {}) {
    const { type } = block;
    const businessObject = this._bpmnFactory.create(type, { name: type.endsWith('Event') ? '' : block.label });
    businessObject.set('camunda:modelerTemplate', block.template);
    this._fill(businessObject, block, values);
    if (type === 'bpmn:CallActivity' && values.flow) {
      businessObject.set('calledElement', values.flow);
    }
    if (isTimed(block)) {
      this._time(businessObject, values.duration || 'PT10M');
    }
    const size = /Task$|Activity$/.test(type) ? { width: 168, height: 84 } : {};
    return this._elementFactory.createShape({ type, businessObject, ...size });
  }

  /** A camunda:Properties of these pairs, with parents set. */
  properties(pairs, parent) {
    const list = this._bpmnFactory.create('camunda:Properties', { values: [] });
    list.$parent = parent;
    list.values = Object.entries(pairs).map(([name, value]) => {
      const property = this._bpmnFactory.create('camunda:Property', { name, value });
      property.$parent = list;
      return property;
    });
    return list;
  }

  _fill(businessObject, block, values) {
    const pairs = {};
    for (const { name, kind, defaultValue } of block.parameters) {
      const value = values[name] || (kind === 'CHOICE' ? defaultValue : '');
      if (value) {
        pairs[name] = value;
      }
    }
    if (Object.keys(pairs).length > 0) {
      const extension = this._bpmnFactory.create('bpmn:ExtensionElements', { values: [] });
      extension.$parent = businessObject;
      extension.values = [this.properties(pairs, extension)];
      businessObject.extensionElements = extension;
    }
  }

  _time(businessObject, duration) {
    const definition = this._bpmnFactory.create('bpmn:TimerEventDefinition');
    definition.timeDuration = this._bpmnFactory.create('bpmn:FormalExpression', { body: duration });
    definition.timeDuration.$parent = definition;
    definition.$parent = businessObject;
    businessObject.eventDefinitions = [definition];
  }
}
