/** Draws a chat block as what it says, with its group's hue as an edge. Everything else is drawn as BPMN draws it. */
import BaseRenderer from 'diagram-js/lib/draw/BaseRenderer';
import { append, attr, create } from 'tiny-svg';
import { icon } from '../../icons.js';

const ABOVE_BPMN = 1500;
const RADIUS = 10;

class ChatRenderer extends BaseRenderer {
  constructor(eventBus, chatBlocks, textRenderer) {
    super(eventBus, ABOVE_BPMN);
    Object.assign(this, { chatBlocks, textRenderer });
  }

  canRender(element) {
    return !element.labelTarget && element.width > 60 && /Task|CallActivity/.test(element.type) && !!this.chatBlocks.of(element);
  }

  drawShape(parent, element) {
    const block = this.chatBlocks.of(element);
    const { width, height } = element;
    const body = create('rect', { width, height, rx: RADIUS, ry: RADIUS, class: 'q-block' });
    append(parent, body);
    const edge = create('path', { d: `M${RADIUS} 0H6A6 6 0 0 0 0 6V${height - 6}A6 6 0 0 0 6 ${height}H${RADIUS}`, class: `q-block-edge q-${block.group}` });
    append(parent, edge);
    const picture = icon(block.key);
    attr(picture, { x: 14, y: 12, width: 16, height: 16, class: `q-block-icon q-${block.group}` });
    append(parent, picture);
    this.write(parent, element.businessObject.name || block.label, 36, 12, width - 46, 16, 'q-block-name');
    this.write(parent, this.chatBlocks.says(element).replace(/\s+/g, ' '), 14, 36, width - 24, height - 42, 'q-block-says');
    return body;
  }

  /** Text cut at the box; it is set as text, so what stands in a file stays inert. */
  write(parent, words, x, y, width, height, kind) {
    const box = document.createElementNS('http://www.w3.org/2000/svg', 'foreignObject');
    attr(box, { x, y, width, height });
    const text = document.createElement('div');
    text.className = kind;
    text.textContent = words;
    box.append(text);
    append(parent, box);
  }

  getShapePath({ x, y, width, height }) {
    return `M${x + RADIUS},${y}h${width - 2 * RADIUS}a${RADIUS},${RADIUS},0,0,1,${RADIUS},${RADIUS}v${height - 2 * RADIUS}a${RADIUS},${RADIUS},0,0,1,-${RADIUS},${RADIUS}h-${width - 2 * RADIUS}a${RADIUS},${RADIUS},0,0,1,-${RADIUS},-${RADIUS}v-${height - 2 * RADIUS}a${RADIUS},${RADIUS},0,0,1,${RADIUS},-${RADIUS}z`;
  }
}

ChatRenderer.$inject = ['eventBus', 'chatBlocks', 'textRenderer'];

export default { __init__: ['chatRenderer'], chatRenderer: ['type', ChatRenderer] };
