import { getBusinessObject, getDi, is } from 'bpmn-js/lib/util/ModelUtil';
import { layout } from '../tidy-up/layout.js';

const BELOW = 100;
const BLOCK = { width: 168, height: 84 };

/**
 * Steps that stand in the file and nowhere in its drawings: they are listed, and one press gives them a place, as one step
 * of undo.
 */
export default class Undrawn {
  static $inject = [
    'bpmnjs',
    'eventBus',
    'canvas',
    'commandStack',
    'blockCommands',
    'blocks',
    'elementFactory',
    'modeling',
    'tidyUp',
  ];

  constructor(bpmnjs, eventBus, canvas, commandStack, blockCommands, blocks, elementFactory, modeling, tidyUp) {
    Object.assign(this, {
      bpmnjs,
      eventBus,
      canvas,
      commandStack,
      blockCommands,
      blocks,
      elementFactory,
      modeling,
      tidyUp,
    });
    commandStack.registerHandler('qliento.draw', Draw);
    this.found = { steps: [], all: 0 };
    eventBus.on('import.done', 500, () => this._look());
    eventBus.on('commandStack.changed', () => {
      if (this.found.steps.length + this.was > 0) {
        this._look();
      }
    });
    this.was = 0;
  }

  /** The elements of the file that are drawn nowhere. */
  get steps() {
    return this.found.steps;
  }

  /** How many steps the file has. */
  get all() {
    return this.found.all;
  }

  /** Whether they belong on the page that is shown. */
  possible() {
    return this._here().length > 0;
  }

  draw() {
    const root = this.canvas.getRootElement();
    const whole = !root.children.some((element) => is(element, 'bpmn:FlowNode'));
    this.blockCommands.together(() => {
      const context = { root, drawn: this._placed(root) };
      this.commandStack.execute('qliento.draw', context);
      if (whole && this.tidyUp.possible()) {
        this.tidyUp.run();
      } else {
        context.made.filter(({ waypoints }) => waypoints).forEach((arrow) => this.modeling.layoutConnection(arrow));
      }
    });
  }

  _look() {
    const definitions = this.bpmnjs.getDefinitions();
    const drawn = new Set(
      (definitions?.get('diagrams') ?? [])
        .flatMap(({ plane }) => plane?.get('planeElement') ?? [])
        .filter(places)
        .map(({ bpmnElement }) => bpmnElement),
    );
    const nodes = (definitions?.get('rootElements') ?? []).filter((root) => is(root, 'bpmn:Process')).flatMap(nodesOf);
    this.was = Math.max(this.was, this.found.steps.length);
    this.found = { steps: nodes.filter((node) => !drawn.has(node)), all: nodes.length };
    this.eventBus.fire('undrawn.changed');
  }

  _here() {
    const root = getBusinessObject(this.canvas.getRootElement());
    return is(root, 'bpmn:FlowElementsContainer')
      ? this.steps.filter((step) => step.$parent === root && !lost(step))
      : [];
  }

  /** Each with its bounds, hosts before what is attached to them. */
  _placed(root) {
    const steps = this._here();
    const flows = getBusinessObject(root)
      .get('flowElements')
      .filter((element) => is(element, 'bpmn:SequenceFlow'));
    const nodes = steps.filter((step) => !is(step, 'bpmn:BoundaryEvent'));
    const sizes = new Map(nodes.map((step) => [step, this._size(step)]));
    const home = (step) => step?.attachedToRef ?? step;
    const borders = (step) => steps.filter(({ attachedToRef }) => attachedToRef === step);
    const ways = flows
      .filter(({ sourceRef, targetRef }) => sizes.has(home(sourceRef)) && sizes.has(targetRef))
      .map((flow) => {
        const at = borders(home(flow.sourceRef)).indexOf(flow.sourceRef);
        return {
          id: flow.id,
          from: home(flow.sourceRef).id,
          to: flow.targetRef.id,
          border: at < 0 ? null : { at, x: 40 + at * 50 },
        };
      });
    const { places } = layout(
      [...nodes]
        .sort((a, b) => is(b, 'bpmn:StartEvent') - is(a, 'bpmn:StartEvent'))
        .map((step) => ({ id: step.id, ...sizes.get(step) })),
      ways,
    );
    const top = Math.max(
      0,
      ...root.children.filter((child) => !child.waypoints).map(({ y, height }) => y + height + BELOW),
    );
    const placed = nodes.map((step) => ({
      step,
      bounds: { x: places.get(step.id).x + BELOW, y: places.get(step.id).y + top, ...sizes.get(step) },
    }));
    const hosts = new Map(placed.map(({ step, bounds }) => [step, bounds]));
    root.children.forEach((child) => hosts.set(getBusinessObject(child), child));
    const attached = steps
      .filter(({ attachedToRef }) => hosts.has(attachedToRef))
      .map((step) => {
        const { x, y, height } = hosts.get(step.attachedToRef);
        return {
          step,
          bounds: {
            x: x + 22 + borders(step.attachedToRef).indexOf(step) * 50,
            y: y + height - 18,
            width: 36,
            height: 36,
          },
        };
      });
    return [...placed, ...attached];
  }

  _size(step) {
    return this.blocks.of(step) && is(step, 'bpmn:Activity') ? BLOCK : this.elementFactory.getDefaultSize(step, {});
  }
}

/**
 * Gives elements of the file a place: only the drawing changes. What was drawn once is drawn again by the same shapes, so that
 * later steps of undo find them.
 */
class Draw {
  static $inject = ['canvas', 'bpmnImporter', 'bpmnFactory', 'elementRegistry'];

  constructor(canvas, bpmnImporter, bpmnFactory, elementRegistry) {
    Object.assign(this, { canvas, importer: bpmnImporter, factory: bpmnFactory, elementRegistry });
  }

  execute(context) {
    const { root, drawn } = context;
    const plane = getDi(root).get('planeElement');
    context.before = [...plane];
    context.made ??= [];
    if (context.made.length > 0) {
      context.made.forEach((element) => this._again(element, root));
    } else {
      drawn.forEach(({ step, bounds }) => this._shape(context, step, bounds));
      getBusinessObject(root)
        .get('flowElements')
        .filter((element) => is(element, 'bpmn:SequenceFlow'))
        .forEach((flow) => this._arrow(context, flow));
    }
    const dis = context.made.filter((element) => !element.labelTarget).map(getDi);
    const now = new Set(dis.map(({ bpmnElement }) => bpmnElement));
    plane.splice(0, plane.length, ...context.before.filter((di) => !now.has(di.bpmnElement)), ...dis);
    return context.made;
  }

  revert({ root, made, before }) {
    const plane = getDi(root).get('planeElement');
    plane.splice(0, plane.length, ...before);
    [...made]
      .reverse()
      .forEach((element) =>
        element.waypoints ? this.canvas.removeConnection(element) : this.canvas.removeShape(element),
      );
    return [];
  }

  _shape({ root, made }, step, bounds) {
    const di = this.factory.createDiShape(step, { id: `${step.id}_di`, bounds: this.factory.createDiBounds(bounds) });
    this._add(made, step, di, root);
  }

  _arrow({ root, made }, flow) {
    const [source, target] = [flow.sourceRef, flow.targetRef].map((end) => end && this.elementRegistry.get(end.id));
    if (source && target && !this.elementRegistry.get(flow.id)) {
      const ends = [source, target].map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }));
      this._add(
        made,
        flow,
        this.factory.createDiEdge(flow, { id: `${flow.id}_di`, waypoint: this.factory.createDiWaypoints(ends) }),
        root,
      );
    }
  }

  _add(made, bo, di, root) {
    di.$parent = getDi(root);
    const element = this.importer.add(bo, di, root);
    made.push(element, ...(element.label ? [element.label] : []));
  }

  _again(element, root) {
    if (element.waypoints) {
      this.canvas.addConnection(element, root);
    } else {
      this.canvas.addShape(element, root);
    }
  }
}

function nodesOf(container) {
  return container
    .get('flowElements')
    .flatMap((element) => [
      ...(is(element, 'bpmn:FlowNode') ? [element] : []),
      ...(is(element, 'bpmn:SubProcess') ? nodesOf(element) : []),
    ]);
}

/** Whether it is attached to nothing in the file: then there is no place for it. */
function lost(step) {
  return is(step, 'bpmn:BoundaryEvent') && !step.attachedToRef;
}

/** Whether a part of a drawing puts its element anywhere. */
function places(di) {
  return is(di, 'bpmndi:BPMNShape') && di.bounds;
}
