import { is } from 'bpmn-js/lib/util/ModelUtil';
import { layout } from './layout.js';

/** How far the words of an event stand from it. */
const NEAR = 4;

/** Lays the flow out anew, left to right, as one step of undo. Knows single processes, not pools. */
export default class TidyUp {
  static $inject = ['blockCommands', 'modeling', 'connectionDocking', 'canvas'];

  constructor(blockCommands, modeling, connectionDocking, canvas) {
    Object.assign(this, { blockCommands, modeling, connectionDocking, canvas });
  }

  /** Whether what is drawn is of a kind that can be laid out. */
  possible() {
    const root = this.canvas.getRootElement();
    return (
      is(root, 'bpmn:Process') &&
      root.children.some((child) => isStep(child)) &&
      !root.children.some((child) => is(child, 'bpmn:SubProcess') || is(child, 'bpmn:Group'))
    );
  }

  run() {
    const { children } = this.canvas.getRootElement();
    const arrows = children.filter((element) => is(element, 'bpmn:SequenceFlow'));
    const notes = new Map(children.map((element) => [element, this._owner(element)]).filter(([, owner]) => owner));
    const steps = [...children.filter(isStep)].sort(
      (a, b) => is(b, 'bpmn:StartEvent') - is(a, 'bpmn:StartEvent') || a.y - b.y || a.x - b.x,
    );
    const { places, lines } = layout(
      steps.map((step) => this._step(step, notes)),
      ordered(steps, arrows).map(way),
    );
    this.blockCommands.together(() => this._apply(steps, places, arrows, lines, notes));
  }

  _step({ id, width, height }, notes) {
    const above = [...notes].filter(([, owner]) => owner.id === id).map(([note]) => note.height + 16);
    return { id, width, height, above: Math.max(0, ...above) };
  }

  /** What a note or a thing of data belongs to: it goes where that goes. */
  _owner(element) {
    if (element.waypoints || element.labelTarget || is(element, 'bpmn:FlowNode')) {
      return undefined;
    }
    const other = [...element.incoming.map(({ source }) => source), ...element.outgoing.map(({ target }) => target)];
    return other.map((end) => end.host ?? end).find(isStep);
  }

  /**
   * Each shape is moved by itself: moved as a person moves it, one that came to lie upon an arrow would be put into that
   * arrow, and other arrows would be drawn.
   */
  _apply(steps, places, arrows, lines, notes) {
    const [first] = steps;
    const shift = { x: Math.round(first.x - places.get(first.id).x), y: Math.round(first.y - places.get(first.id).y) };
    const placed = ({ x, y }) => ({ x: Math.round(x) + shift.x, y: Math.round(y) + shift.y });
    steps.forEach((step) => this._move(step, placed(places.get(step.id))));
    steps.forEach((step) =>
      borders(step).forEach((event, i, all) =>
        this._move(event, {
          x: Math.round(step.x + borderX(step, i, all)) - event.width / 2,
          y: step.y + step.height - event.height / 2,
        }),
      ),
    );
    notes.forEach((owner, note) => this._move(note, { x: owner.x, y: owner.y - note.height - 16 }));
    arrows.forEach((arrow) => lines.has(arrow.id) && this._route(arrow, lines.get(arrow.id).points.map(placed)));
    [...notes.keys()]
      .flatMap((note) => [...note.incoming, ...note.outgoing])
      .forEach((line) => this.modeling.layoutConnection(line));
    arrows.forEach(
      (arrow) => arrow.label && lines.has(arrow.id) && this._word(arrow.label, placed(lines.get(arrow.id).label)),
    );
    steps.flatMap((step) => [step, ...step.attachers]).forEach((step) => step.label && this._name(step));
  }

  _move(shape, to) {
    const delta = { x: Math.round(to.x - shape.x), y: Math.round(to.y - shape.y) };
    if (delta.x || delta.y) {
      this.modeling.moveShape(shape, delta, undefined, { layout: false });
    }
  }

  _route(arrow, points) {
    const quiet = { labelBehavior: false };
    this.modeling.updateWaypoints(arrow, points, quiet);
    this.modeling.updateWaypoints(arrow, this.connectionDocking.getCroppedWaypoints(arrow), quiet);
  }

  _word(label, { x, y }) {
    this._move(label, { x, y: y - label.height });
  }

  /** Below an event, beside what leaves it there; of a condition above its left corner, where nothing comes or goes. */
  _name(step) {
    const { label, x, y, width, height, host } = step;
    const middle = x + width / 2;
    if (host) {
      const last = borders(host).at(-1) === step;
      this._move(label, { x: last ? middle + NEAR : middle - NEAR - label.width, y: y + height + 2 });
    } else if (is(step, 'bpmn:Gateway')) {
      this._move(label, { x: middle - NEAR - label.width, y: y - label.height + height / 8 });
    } else {
      this._move(label, { x: middle - label.width / 2, y: y + height + NEAR });
    }
  }
}

function isStep(element) {
  return is(element, 'bpmn:FlowNode') && !element.waypoints && !element.labelTarget && !element.host;
}

/** What is attached to a step, from left to right. */
function borders(step) {
  return [...step.attachers].sort((a, b) => a.x - b.x);
}

/** Spread along the border, so that each has room for its words; one alone stands right of the middle, as blocks add it. */
function borderX({ width }, i, { length }) {
  return length === 1 ? width * 0.75 : width * (0.2 + (0.65 * i) / (length - 1));
}

/** Ways in the order in which their ends are drawn today, so that what was above stays above. */
function ordered(steps, arrows) {
  const place = (id) => steps.findIndex((step) => step.id === id);
  return arrows
    .filter(({ source, target }) => target && isStep(target) && (isStep(source) || isStep(source.host)))
    .sort((a, b) => place(home(a).id) - place(home(b).id) || place(a.target.id) - place(b.target.id));
}

function home({ source }) {
  return source.host ?? source;
}

function way(arrow) {
  const step = home(arrow);
  const at = borders(step).indexOf(arrow.source);
  return {
    id: arrow.id,
    from: step.id,
    to: arrow.target.id,
    label: arrow.label?.width,
    border: at < 0 ? null : { at, x: borderX(step, at, step.attachers) },
  };
}
