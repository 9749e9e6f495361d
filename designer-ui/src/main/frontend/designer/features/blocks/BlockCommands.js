import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import { choicesOf, hasPlace, isTimed, ofKind, propertyList, timer } from './Blocks.js';

const GAP = 50;

/** Each change a user makes to blocks, as one step of undo. */
export default class BlockCommands {
  static $inject = [
    'commandStack',
    'modeling',
    'blocks',
    'blockFactory',
    'bpmnFactory',
    'bpmnReplace',
    'autoPlace',
    'canvas',
    'selection',
    'elementRegistry',
  ];

  constructor(
    commandStack,
    modeling,
    blocks,
    blockFactory,
    bpmnFactory,
    bpmnReplace,
    autoPlace,
    canvas,
    selection,
    elementRegistry,
  ) {
    Object.assign(this, {
      commandStack,
      modeling,
      blocks,
      blockFactory,
      bpmnFactory,
      bpmnReplace,
      autoPlace,
      canvas,
      selection,
      elementRegistry,
    });
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
      const moving = this.elementRegistry.filter(
        (e) => !e.waypoints && !e.labelTarget && !e.host && e.parent === source.parent && e.x >= right,
      );
      this.modeling.moveElements(moving, { x: Math.ceil((needed - free) / 10) * 10, y: 0 }, source.parent);
    }
    const position =
      free > 0 ? { x: right + GAP + shape.width / 2, y: source.y + source.height / 2 } : middleOf(flow.waypoints);
    return this.modeling.createShape(shape, position, flow);
  }

  _middle() {
    const box = this.canvas.viewbox();
    return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  }

  _parent(source) {
    const root = this.canvas.getRootElement();
    return (
      (is(source, 'bpmn:FlowNode') && source.parent) ||
      root.children.find((child) => is(child, 'bpmn:Participant')) ||
      root
    );
  }

  /** Writes a setting, in BPMN's own place too where there is one; an empty text removes it. */
  setValue(element, { name, kind }, value) {
    this.together(() => {
      const plain = hasPlace(element, kind);
      if (plain && kind === 'DURATION') {
        this._setTimer(element, value);
      } else if (plain) {
        this.modeling.updateProperties(element, { calledElement: value || undefined });
      }
      if (!plain || Object.hasOwn(this.blocks.values(element), name)) {
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
      made.forEach((property) => {
        property.$parent = list;
      });
      const old = list.get('values');
      const kept = old
        .map((p) => (Object.hasOwn(pairs, p.name) ? made.find((m) => m.name === p.name) : p))
        .filter(Boolean);
      this.modeling.updateModdleProperties(element, list, {
        values: [...kept, ...made.filter((m) => !kept.includes(m))],
      });
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
    const carried = { ...carry(this.blocks.of(element), this.blocks.values(element), block), ...values };
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
    const timed = isTimed(block);
    const { width, height } = element;
    const shape = this.bpmnReplace.replaceElement(element, {
      type: block.type,
      ...(timed && { eventDefinitionType: 'bpmn:TimerEventDefinition' }),
    });
    if (is(shape, 'bpmn:Activity') && width >= 100 && (shape.width !== width || shape.height !== height)) {
      this.modeling.resizeShape(shape, { x: shape.x, y: shape.y, width, height });
    }
    if (timed) {
      this._setTimer(shape, 'PT10M');
    }
    return shape;
  }

  /** Adds the way a question is left when no answer comes for so long. */
  addTimeout(ask, duration) {
    return this._edge(ask, 'bpmn:TimerEventDefinition', 0.8, (event) => this._setTimer(event, duration));
  }

  /** Adds the way a block is left by one of its exits. */
  addExit(host, { code }) {
    return this._edge(host, 'bpmn:ErrorEventDefinition', 0.5, (event) =>
      this.modeling.updateModdleProperties(event, getBusinessObject(event).eventDefinitions[0], {
        errorRef: this._error(event, code),
      }),
    );
  }

  _edge(host, eventDefinitionType, across, fill) {
    return this.together(() => {
      const at = { x: host.x + host.width * across, y: host.y + host.height };
      const event = this.modeling.createShape({ type: 'bpmn:BoundaryEvent', eventDefinitionType }, at, host, {
        attach: true,
      });
      fill(event);
      this.autoPlace.append(event, this.blockFactory.shape(this.blocks.saying('').block));
      return event;
    });
  }

  _error(element, code) {
    let definitions = getBusinessObject(element);
    while (definitions.$parent) {
      definitions = definitions.$parent;
    }
    const roots = definitions.get('rootElements');
    const known = roots.find((root) => root.$type === 'bpmn:Error' && root.errorCode === code);
    if (known) {
      return known;
    }
    const made = this.bpmnFactory.create('bpmn:Error', { name: errorName(code), errorCode: code });
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

/** What an error is called in the file: "No answer" for `qliento.no-answer`. */
function errorName(code) {
  const words = code.split('.').at(-1).replaceAll('-', ' ');
  return words[0].toUpperCase() + words.slice(1);
}

/** What of the old settings the new block has a place for: what is said, what can be picked, and what has the same name. */
function carry(before, old, block) {
  const said = ofKind(before, 'TEXT')
    .slice(0, 1)
    .map(({ name }) => old[name])[0];
  const [rows] = ofKind(before, 'ROWS').map(({ name }) => old[name]);
  const titles = before ? choicesOf(before, old) : [];
  const all = { ...old };
  const put = (kind, value) =>
    ofKind(block, kind)
      .slice(0, 1)
      .forEach(({ name }) => {
        all[name] = value;
      });
  put('TEXT', said);
  put('OPTIONS', titles.join('\n'));
  put('ROWS', rows ?? titles.join('\n'));
  ofKind(block, 'BUTTON').forEach(({ name }, i) => {
    all[name] = titles[i];
  });
  return Object.fromEntries(block.parameters.map(({ name }) => [name, all[name]]).filter(([, value]) => value));
}
