import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './tokens.css';
import './compare.css';
import Viewer from 'bpmn-js/lib/NavigatedViewer';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import { h, render } from 'preact';
import BlockRenderer from './features/block-renderer/index.js';
import Looking from './features/blocks/looking.js';
import { differences } from './differences.js';
import { withAnyId } from './ids.js';
import { readable } from './reading.js';
import { wordsOf } from './texts.js';

/** The sign and the colour of each kind of difference: never the colour alone. */
const SIGNS = { added: '+', removed: '−', changed: '≠', moved: '↔' };

/** Room around both drawings, and for the title over each. */
const [MARGIN, TITLE] = [24, 32];

/** Two drawings of a flow side by side, what differs between them coloured and told in words. */
class QlientoCompare extends HTMLElement {
  /** `setup` is `{ blocks, words, before: {title, xml}, after: {title, xml} }`. Again, it shows two others instead. */
  async show(json) {
    const { blocks, words, before, after } = JSON.parse(json);
    const turn = (this.turn = (this.turn ?? 0) + 1);
    this.words = wordsOf(words);
    this._clear();
    await this._shown();
    const made = await Promise.all([before, after].map((side) => this._side(side, blocks)));
    if (turn !== this.turn || !this.isConnected) {
      made.forEach(({ viewer, side }) => {
        viewer.destroy();
        side.remove();
      });
      return;
    }
    this.sides = made.map(({ viewer }) => viewer);
    const found = differences(this.sides[0], this.sides[1], this.words);
    found.forEach((difference) => this._mark(difference));
    this._together();
    this._tell(found);
    this._fitted(made.map(({ side }) => side));
  }

  _clear() {
    this.resizing?.disconnect();
    this.sides?.forEach((viewer) => viewer.destroy());
    this.sides = undefined;
    this.lit = [];
    this.touched = false;
    this.replaceChildren();
  }

  /** Shows all of both drawings, whatever room they get, until the person moves one. */
  _fitted(frames) {
    frames.forEach((frame) =>
      ['pointerdown', 'wheel'].forEach((name) =>
        frame.addEventListener(
          name,
          () => {
            this.touched = true;
          },
          { passive: true },
        ),
      ),
    );
    this.resizing = new ResizeObserver(() => {
      this.sides?.forEach((viewer) => viewer.get('canvas').resized());
      if (this.sides && !this.touched && frames[0].clientHeight > 0) {
        this._fit();
      }
    });
    frames.forEach((frame) => this.resizing.observe(frame));
  }

  /** The same part of the plane on both sides: what either of them draws. */
  _fit() {
    const boxes = this.sides.map((viewer) => viewer.get('canvas').viewbox().inner);
    const left = Math.min(...boxes.map((box) => box.x)) - MARGIN;
    const top = Math.min(...boxes.map((box) => box.y)) - MARGIN - TITLE;
    const right = Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN;
    const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN;
    const { outer } = this.sides[1].get('canvas').viewbox();
    const scale = Math.min(1, outer.width / (right - left), outer.height / (bottom - top));
    const [width, height] = [outer.width / scale, outer.height / scale];
    this.sides[1]
      .get('canvas')
      .viewbox({ x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height });
  }

  /** A drawing can be fitted only into something that has a size; a dialog gets its own a moment later. */
  _shown() {
    return new Promise((done) => {
      const watch = new ResizeObserver(() => {
        if (this.clientWidth > 0 && this.clientHeight > 0) {
          watch.disconnect();
          done();
        }
      });
      watch.observe(this);
    });
  }

  async _side({ title, xml }, blocks) {
    const side = document.createElement('section');
    side.className = 'q-side';
    const [name, canvas] = [document.createElement('h3'), document.createElement('div')];
    name.textContent = title;
    side.append(name, canvas);
    this.append(side);
    const viewer = withAnyId(
      new Viewer({
        container: canvas,
        moddleExtensions: { camunda },
        bpmnRenderer: {
          defaultFillColor: 'var(--q-paper, #ffffff)',
          defaultStrokeColor: 'var(--q-ink-2, #4a5a53)',
          defaultLabelColor: 'var(--q-ink, #14201b)',
        },
        textRenderer: { defaultStyle: { fontFamily: "'Inter Variable', Inter, system-ui, sans-serif", fontSize: 12 } },
        additionalModules: [{ words: ['value', this.words] }, Looking, BlockRenderer],
      }),
    );
    viewer.get('blocks').set(blocks);
    await viewer.importXML(await readable(xml));
    return { viewer, side };
  }

  _mark({ id, kind }) {
    const [before, after] = this.sides;
    [kind === 'added' ? null : before, kind === 'removed' ? null : after].filter(Boolean).forEach((viewer) => {
      const element = viewer.get('elementRegistry').get(id);
      if (element?.parent) {
        viewer.get('canvas').addMarker(id, `q-${kind}`);
        const sign = document.createElement('div');
        sign.className = `q-sign q-${kind}`;
        sign.textContent = SIGNS[kind];
        sign.title = this.words(`compare.${kind}`);
        viewer.get('overlays').add(id, { position: { top: -10, left: -10 }, html: sign });
      }
    });
  }

  /** Moving or zooming one side moves the other. */
  _together() {
    let busy = false;
    this.sides.forEach((viewer, i) =>
      viewer.on('canvas.viewbox.changed', ({ viewbox: { x, y, width, height } }) => {
        if (!busy) {
          busy = true;
          this.sides[1 - i].get('canvas').viewbox({ x, y, width, height });
          busy = false;
        }
      }),
    );
  }

  _tell(found) {
    const list = document.createElement('section');
    list.className = 'q-differences';
    this.append(list);
    const { words } = this;
    render(
      [
        h(
          'h3',
          { role: 'status' },
          found.length === 0 ? words('compare.none') : words('compare.n', { n: found.length }),
        ),
        h(
          'ul',
          null,
          found.map((difference) =>
            h(
              'li',
              { key: `${difference.kind}${difference.id}${difference.what}` },
              h(
                'button',
                { type: 'button', onClick: () => this._jump(difference.id) },
                h('span', { class: `q-sign q-${difference.kind}`, 'aria-hidden': 'true' }, SIGNS[difference.kind]),
                h(
                  'span',
                  null,
                  difference.what,
                  difference.from !== undefined &&
                    h('p', null, h('del', null, difference.from || '—'), ' → ', h('ins', null, difference.to || '—')),
                ),
              ),
            ),
          ),
        ),
      ],
      list,
    );
  }

  _jump(id) {
    this.touched = true;
    this.sides.forEach((viewer) => {
      const canvas = viewer.get('canvas');
      (this.lit ?? [])
        .filter((was) => viewer.get('elementRegistry').get(was))
        .forEach((was) => canvas.removeMarker(was, 'q-shown'));
      const element = viewer.get('elementRegistry').get(id);
      if (element?.parent) {
        canvas.scrollToElement(element, { top: 80, bottom: 80, left: 80, right: 80 });
        canvas.addMarker(element, 'q-shown');
      }
    });
    this.lit = [id];
  }

  disconnectedCallback() {
    this._clear();
  }
}

customElements.define('qliento-compare', QlientoCompare);
