import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';

/** What the layout thinks every task is wide; ours are wider, so its columns are drawn further apart. */
const TASK_WIDTH = 100;

/** Lays the flow out anew, left to right, as one step of undo. Knows single processes, not pools. */
export default class TidyUp {
  static $inject = ['bpmnjs', 'blockCommands', 'modeling', 'connectionDocking', 'elementRegistry', 'canvas'];

  constructor(bpmnjs, blockCommands, modeling, connectionDocking, elementRegistry, canvas) {
    Object.assign(this, { bpmnjs, blockCommands, modeling, connectionDocking, elementRegistry, canvas });
  }

  /** Whether what is drawn is of a kind that can be laid out. */
  possible() {
    const root = this.canvas.getRootElement();
    return is(root, 'bpmn:Process') && root.children.length > 0 && !root.children.some((child) => is(child, 'bpmn:SubProcess'));
  }

  async run() {
    const { xml } = await this.bpmnjs.saveXML();
    const [{ layoutProcess }, { BpmnModdle }] = await Promise.all([import('bpmn-auto-layout'), import('bpmn-moddle')]);
    const { rootElement } = await new BpmnModdle().fromXML(await layoutProcess(xml));
    const drawn = new Map(rootElement.diagrams.flatMap(({ plane }) => plane.planeElement.map((di) => [di.bpmnElement.id, di])));
    this.blockCommands.together(() => this._apply(drawn));
  }

  _apply(drawn) {
    const parts = this.elementRegistry.filter((e) => e.parent && !e.labelTarget && drawn.has(getBusinessObject(e).id));
    const shapes = parts.filter((e) => !e.waypoints && !e.host);
    const wider = Math.max(TASK_WIDTH, ...shapes.map((shape) => shape.width)) / TASK_WIDTH;
    const [corner] = [...shapes].sort((a, b) => a.x - b.x);
    const [was, becomes] = [middle(corner), middle(drawn.get(corner.id).bounds)];
    const shift = { x: Math.round(was.x - becomes.x * wider), y: Math.round(was.y - becomes.y) };
    const placed = (point) => ({ x: Math.round(point.x * wider) + shift.x, y: Math.round(point.y) + shift.y });
    shapes.forEach((shape) => {
      const to = placed(middle(drawn.get(shape.id).bounds));
      const delta = { x: Math.round(to.x - shape.width / 2 - shape.x), y: Math.round(to.y - shape.height / 2 - shape.y) };
      if (delta.x || delta.y) {
        this.modeling.moveElements([shape], delta, shape.parent, { autoResize: false, attach: false });
      }
    });
    parts.filter((e) => e.waypoints).forEach((arrow) => this._route(arrow, drawn.get(arrow.id).waypoint.map(placed)));
  }

  /** Arrows of boundary events go their own shortest way; their event stays where it sits on its block. */
  _route(arrow, points) {
    if (arrow.source.host) {
      this.modeling.layoutConnection(arrow);
      return;
    }
    points[0] = inward(points[0], points[1], arrow.source);
    points[points.length - 1] = inward(points.at(-1), points.at(-2), arrow.target);
    this.modeling.updateWaypoints(arrow, points);
    this.modeling.updateWaypoints(arrow, this.connectionDocking.getCroppedWaypoints(arrow));
  }
}

function middle({ x, y, width, height }) {
  return { x: x + width / 2, y: y + height / 2 };
}

function inward(end, next, { x, y, width, height }) {
  return Math.abs(end.y - next.y) <= 1 ? { x: x + width / 2, y: end.y } : { x: end.x, y: y + height / 2 };
}
