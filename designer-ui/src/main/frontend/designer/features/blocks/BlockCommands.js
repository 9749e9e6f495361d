import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import { NO_ANSWER, propertyList, timer } from './Blocks.js';

const GAP = 50;

/** Each change a user makes to blocks, as one step of undo. */
export default class BlockCommands {
  static $inject = ['commandStack', 'modeling', 'blocks', 'blockFactory', 'bpmnFactory', 'bpmnReplace', 'autoPlace', 'canvas',
    'selection', 'elementRegistry'];

  constructor(commandStack, modeling, blocks, blockFactory, bpmnFactory, bpmnReplace, autoPlace, canvas, selection, elementRegistry) {
    Object.assign(this, { commandStack, modeling, blocks, blockFactory, bpmnFactory, bpmnReplace, autoPlace, canvas, selection,
      elementRegistry });
    commandStack.registerHandler('qliento.together', Together);
  }

  /** Runs changes as one step of undo and returns what they return. */
  together(changes) {
    const context = { changes };
    this.commandStack.execute('qliento.together', context);
    return context.result;
  }

  /** Adds a block after an element, into an arrow, or in the middle of what is seen; selects and returns it. */
  append(source, block, values) {
    const shape = this.blockFactory.shape(block, values);
    const added = this.together(() => this._place(source, shape));
    this.selection.select(added);
    return added;
  }

  _place(source, shape) {
    if (source && is(source, 'bpmn:SequenceFlow')) {
      return this._into(source, shape);
    }
    if (!source || !is(source, 'bpmn:FlowNode') || is(source, 'bpmn:EndEvent') || is(shape, 'bpmn:StartEvent')) {
      return this.modeling.createShape(shape, this._middle(), this._parent(source));
    }
    const onward = source.outgoing.filter((flow) => is(flow, 'bpmn:SequenceFlow'));
    if (onward.length === 1 && !is(source, 'bpmn:Gateway') && !is(shape, 'bpmn:EndEvent')) {
      return this._into(onward[0], shape);
    }
    return this.autoPlace.append(source, shape);
  }

  /** Makes room, then lets the arrow go through the new block. */
  _into(flow, shape) {
    const { source, target } = flow;
    const right = source.x + source.width;
    const free = target.x - right;
    const needed = shape.width + 2 * GAP;
    if (free > 0 && free < needed) {
      const moving = this.elementRegistry.filter((e) => !e.waypoints && !e.labelTarget && !e.host && e.parent === source.parent
        && e.x >= right);
      this.modeling.moveElements(moving, { x: Math.ceil((needed - free) / 10) * 10, y: 0 }, source.parent);
    }
    const position = free > 0
      ? { x: right + GAP + shape.width / 2, y: source.y + source.height / 2 }
      : middleOf(flow.waypoints);
    return this.modeling.createShape(shape, position, flow);
  }

  _middle() {
    const box = this.canvas.viewbox();
    return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  }

  _parent(source) {
    const root = this.canvas.getRootElement();
    return (is(source, 'bpmn:FlowNode') && source.parent) || root.children.find((child) => is(child, 'bpmn:Participant')) || root;
  }

  /** Writes a setting, in BPMN's own place too where there is one; an empty text removes it. */
  setValue(element, { name, kind }, value) {
    this.together(() => {
      if (kind === 'DURATION') {
        this._setTimer(element, value);
      } else if (kind === 'FLOW') {
        this.modeling.updateProperties(element, { calledElement: value || undefined });
      }
      if (!['DURATION', 'FLOW'].includes(kind) || Object.hasOwn(this.blocks.values(element), name)) {
        this.setWritten(element, { [name]: value });
      }
    });
  }

  /** Writes several settings at once, each in its old place; empty ones are removed, unknown ones stay. */
  setWritten(element, pairs) {
    const filled = Object.fromEntries(Object.entries(pairs).filter(([, value]) => value !== ''));
    const list = propertyList(element);
    if (list) {
      const made = this.blockFactory.properties(filled, list).values;
      made.forEach((property) => { property.$parent = list; });
      const old = list.get('values');
      const kept = old.map((p) => (Object.hasOwn(pairs, p.name) ? made.find((m) => m.name === p.name) : p)).filter(Boolean);
      this.modeling.updateModdleProperties(element, list, { values: [...kept, ...made.filter((m) => !kept.includes(m))] });
      return;
    }
    const bo = getBusinessObject(element);
    const extension = bo.get('extensionElements') ?? this.bpmnFactory.create('bpmn:ExtensionElements', { values: [] });
    if (!bo.get('extensionElements')) {
      extension.$parent = bo;
      this.modeling.updateProperties(element, { extensionElements: extension });
    }
    const values = [...extension.get('values'), this.blockFactory.properties(filled, extension)];
    this.modeling.updateModdleProperties(element, extension, { values });
  }

  _setTimer(element, duration) {
    const definition = timer(getBusinessObject(element));
    const timeDuration = duration ? this.bpmnFactory.create('bpmn:FormalExpression', { body: duration }) : undefined;
    if (timeDuration) {
      timeDuration.$parent = definition;
    }
    this.modeling.updateModdleProperties(element, definition, { timeDuration });
  }

  /** Writes how long an event waits. */
  setDuration(element, duration) {
    this._setTimer(element, duration);
  }

  /** Writes or removes the comment of an element. */
  setComment(element, text) {
    const made = text ? [this.bpmnFactory.create('bpmn:Documentation', { text })] : [];
    const others = getBusinessObject(element).get('documentation').slice(1);
    this.modeling.updateProperties(element, { documentation: [...made, ...others] });
  }

  /** Writes or removes the FEEL condition of an arrow. */
  setCondition(flow, feel) {
    const old = getBusinessObject(flow).conditionExpression;
    const made = feel ? this.bpmnFactory.create('bpmn:FormalExpression', { language: 'feel', body: feel }) : undefined;
    if (old?.body !== made?.body || old?.language !== made?.language) {
      this.modeling.updateProperties(flow, { conditionExpression: made });
    }
  }

  /** Makes an arrow the way that is taken when no condition is true; such a way has no condition. */
  setDefault(gateway, flow) {
    this.together(() => {
      if (flow) {
        this.setCondition(flow, '');
      }
      this.modeling.updateProperties(gateway, { default: flow ? getBusinessObject(flow) : undefined });
    });
  }

  /** Turns a block into another one; settings of the same meaning are kept. */
  change(element, block, values = {}) {
    const carried = { ...carry(this.blocks.values(element), block), ...values };
    const changed = this.together(() => {
      const shape = getBusinessObject(element).$type === block.type ? element : this._replace(element, block);
      const gone = Object.fromEntries(Object.keys(this.blocks.values(shape)).map((name) => [name, '']));
      const fresh = this.blocks.values(this.blockFactory.shape(block, carried));
      this.modeling.updateProperties(shape, { 'camunda:modelerTemplate': block.template });
      if (Object.keys({ ...gone, ...fresh }).length > 0) {
        this.setWritten(shape, { ...gone, ...fresh });
      }
      return shape;
    });
    this.selection.select(changed);
    return changed;
  }

  _replace(element, block) {
    const timed = block.parameters.some((parameter) => parameter.kind === 'DURATION');
    const { width, height } = element;
    const shape = this.bpmnReplace.replaceElement(element, {
      type: block.type, ...(timed && { eventDefinitionType: 'bpmn:TimerEventDefinition' }) });
    if (is(shape, 'bpmn:Activity') && width >= 100 && (shape.width !== width || shape.height !== height)) {
      this.modeling.resizeShape(shape, { x: shape.x, y: shape.y, width, height });
    }
    if (timed) {
      this._setTimer(shape, 'PT10M');
    }
    return shape;
  }

  /** Adds the way a question is left without an answer: after a time, or when the attempts are used up. */
  addNoAnswer(ask, duration) {
    return this.together(() => {
      const eventDefinitionType = duration ? 'bpmn:TimerEventDefinition' : 'bpmn:ErrorEventDefinition';
      const at = { x: ask.x + ask.width * (duration ? 0.8 : 0.5), y: ask.y + ask.height };
      const event = this.modeling.createShape({ type: 'bpmn:BoundaryEvent', eventDefinitionType }, at, ask, { attach: true });
      if (duration) {
        this._setTimer(event, duration);
      } else {
        this.modeling.updateModdleProperties(event, getBusinessObject(event).eventDefinitions[0], {
          errorRef: this._noAnswerError(event) });
      }
      this.autoPlace.append(event, this.blockFactory.shape(this.blocks.find('text')));
      return event;
    });
  }

  _noAnswerError(element) {
    let definitions = getBusinessObject(element);
    while (definitions.$parent) {
      definitions = definitions.$parent;
    }
    const roots = definitions.get('rootElements');
    const known = roots.find((root) => root.$type === 'bpmn:Error' && root.errorCode === NO_ANSWER);
    if (known) {
      return known;
    }
    const made = this.bpmnFactory.create('bpmn:Error', { name: 'No answer', errorCode: NO_ANSWER });
    made.$parent = definitions;
    this.modeling.updateModdleProperties(element, definitions, { rootElements: [...roots, made] });
    return made;
  }
}

/** Nothing of its own: the changes inside are commands and undo themselves. */
class Together {
  preExecute(context) {
    context.result = context.changes();
  }
}

const middleOf = (points) => {
  const at = Math.floor((points.length - 1) / 2);
  return { x: (points[at].x + points[at + 1].x) / 2, y: (points[at].y + points[at + 1].y) / 2 };
};

/** What of the old settings the new block has a place for. */
function carry(old, block) {
  const said = old.text ?? old.question ?? old.caption;
  const picks = old.options ?? old.rows ?? [old.button1, old.button2, old.button3].filter(Boolean).join('\n');
  const titles = picks.split('\n').map((line) => line.split('|')[0].trim()).filter((title) => title && !title.startsWith('#'));
  const all = { ...old, text: said, question: said, caption: said, options: titles.join('\n'), rows: picks };
  titles.slice(0, 3).forEach((title, i) => { all[`button${i + 1}`] = title; });
  return Object.fromEntries(block.parameters.map(({ name }) => [name, all[name]]).filter(([, value]) => value));
}
