import BaseRenderer from 'diagram-js/lib/draw/BaseRenderer';
import { getRoundRectPath } from 'bpmn-js/lib/draw/BpmnRenderUtil';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import { append, create } from 'tiny-svg';
import { iconGroup, iconOf } from '../../icons.js';
import { plainCondition } from '../conditions/plain.js';
import { textLines } from './textLines.js';

const FONT = "'Inter Variable', Inter, system-ui, sans-serif";
const RADIUS = 8;

/** Colours, with what stands in when the page has no tokens (a picture of the flow). */
const INK = 'var(--q-ink, #14201b)';
const INK_2 = 'var(--q-ink-2, #4a5a53)';
const PAPER = 'var(--q-paper, #ffffff)';
const LINE = 'var(--q-shape-line, #c3cdc8)';
const HUES = {
  say: 'var(--q-say, #0d8f80)',
  ask: 'var(--q-ask, #2563a8)',
  decide: 'var(--q-decide, #a96400)',
  do: 'var(--q-do, #7048c6)',
  people: 'var(--q-people, #c02d62)',
  time: 'var(--q-time, #52646e)',
};

/** Draws blocks as chat blocks: hue and icon of the group, the name, and what the customer reads. */
export default class BlockRenderer extends BaseRenderer {
  static $inject = ['eventBus', 'bpmnRenderer', 'blocks', 'words', 'elementRegistry', 'graphicsFactory'];

  constructor(eventBus, bpmnRenderer, blocks, words, elementRegistry, graphicsFactory) {
    super(eventBus, 1500);
    Object.assign(this, { bpmnRenderer, blocks, words, elementRegistry, graphicsFactory });
    eventBus.on('blocks.changed', () => this._redraw());
  }

  canRender(element) {
    return !element.labelTarget && (is(element, 'bpmn:SequenceFlow') || Boolean(this.blocks.of(element)));
  }

  drawShape(parent, element) {
    const block = this.blocks.of(element);
    const hue = HUES[block.group] ?? INK;
    return is(element, 'bpmn:Activity')
      ? this._task(parent, element, block, hue)
      : this._small(parent, element, block, hue);
  }

  getShapePath(shape) {
    return is(shape, 'bpmn:Activity') ? getRoundRectPath(shape, RADIUS) : this.bpmnRenderer.getShapePath(shape);
  }

  getConnectionPath(connection) {
    return this.bpmnRenderer.getConnectionPath(connection);
  }

  drawConnection(parent, element) {
    const drawn = this.bpmnRenderer.drawConnection(parent, element);
    const said = this._said(element);
    if (said) {
      this._condition(parent, element.waypoints, said);
    }
    return drawn;
  }

  /** What an arrow without a name says: its condition, or that it is the way for everything else. */
  _said(element) {
    const bo = getBusinessObject(element);
    if (bo.name) {
      return '';
    }
    if (element.source && getBusinessObject(element.source).default === bo) {
      return this.words('way.default');
    }
    return bo.conditionExpression?.body ? plainCondition(bo.conditionExpression.body, this.words) : '';
  }

  _condition(parent, points, said) {
    const [a, b] = points.slice(-2);
    const across = Math.abs(a.x - b.x) > Math.abs(a.y - b.y);
    const width = across ? Math.min(180, Math.max(48, Math.abs(a.x - b.x) - 20)) : 130;
    const [line] = textLines(said, width, 1, `500 10px ${FONT}`);
    const text = label(
      line,
      { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 - (across ? 5 : 0), 'text-anchor': 'middle' },
      {
        fontSize: '10px',
        fontWeight: 500,
        fill: INK_2,
        stroke: 'var(--q-paper-2, #f6f8f7)',
        strokeWidth: '3px',
        paintOrder: 'stroke',
      },
    );
    const whole = create('title');
    whole.textContent = said;
    append(text, whole);
    append(parent, text);
  }

  _task(parent, element, block, hue) {
    const { width, height } = element;
    const box = rect({ width, height, rx: RADIUS }, { fill: PAPER, stroke: LINE, strokeWidth: '1px' });
    append(parent, box);
    const edge = create('path', {
      d:
        `M${RADIUS} 0 Q0 0 0 ${RADIUS} V${height - RADIUS} Q0 ${height} ${RADIUS} ${height} ` +
        `Q3 ${height} 3 ${height - RADIUS} V${RADIUS} Q3 0 ${RADIUS} 0 Z`,
    });
    Object.assign(edge.style, { fill: hue, stroke: 'none' });
    append(parent, edge);
    append(parent, icon(iconOf(block), 12, 9, 14, hue));
    const [name = ''] = textLines(getBusinessObject(element).name || block.label, width - 42, 1, `600 11px ${FONT}`);
    append(
      parent,
      label(name, { x: 31, y: 20, class: 'q-block-name' }, { fontSize: '11px', fontWeight: 600, fill: INK }),
    );
    const rows = Math.max(1, Math.min(2, Math.floor((height - 34) / 15)));
    textLines(this.blocks.summary(element), width - 22, rows, `400 11px ${FONT}`).forEach((line, i) =>
      append(parent, label(line, { x: 12, y: 40 + i * 15, class: 'q-block-says' }, { fontSize: '11px', fill: INK_2 })),
    );
    this.blocks
      .choices(element)
      .slice(0, 10)
      .forEach((choice, i) =>
        append(
          parent,
          rect({ x: 12 + i * 9, y: height - 10, width: 6, height: 3, rx: 1.5 }, { fill: hue, opacity: 0.6 }),
        ),
      );
    return box;
  }

  _small(parent, element, block, hue) {
    const { width, height } = element;
    const [x, y] = [width / 2, height / 2];
    const shape = is(element, 'bpmn:Gateway')
      ? create('polygon', { points: `${x},0 ${width},${y} ${x},${height} 0,${y}` })
      : create('circle', { cx: x, cy: y, r: x - 0.5 });
    Object.assign(shape.style, {
      fill: PAPER,
      stroke: hue,
      strokeWidth: is(element, 'bpmn:EndEvent') ? '3px' : '1.5px',
      strokeLinejoin: 'round',
    });
    append(parent, shape);
    append(parent, icon(iconOf(block), x - 8, y - 8, 16, hue));
    return shape;
  }

  _redraw() {
    this.elementRegistry.forEach((element, gfx) => {
      if (element.parent && this.canRender(element)) {
        this.graphicsFactory.update(element.waypoints ? 'connection' : 'shape', element, gfx);
      }
    });
  }
}

function rect(attrs, style) {
  const made = create('rect', attrs);
  Object.assign(made.style, style);
  return made;
}

function label(text, attrs, style) {
  const made = create('text', attrs);
  Object.assign(made.style, { fontFamily: FONT, stroke: 'none', ...style });
  made.textContent = text;
  return made;
}

function icon(name, x, y, size, hue) {
  const group = iconGroup(name);
  group.setAttribute('transform', `translate(${x} ${y}) scale(${size / 24})`);
  Object.assign(group.style, {
    fill: 'none',
    stroke: hue,
    strokeWidth: '2px',
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  });
  return group;
}
