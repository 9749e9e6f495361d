import './path.css';

const MOST_SHOWN = 2;

/** The way somebody went through a flow: elements and arrows they came through, and when in order. */
export default class Path {
  static $inject = ['eventBus', 'canvas', 'overlays', 'elementRegistry', 'words'];

  constructor(eventBus, canvas, overlays, elementRegistry, words) {
    Object.assign(this, { canvas, overlays, elementRegistry, words });
    this.shown = [];
    eventBus.on('import.done', () => {
      this.shown = [];
    });
  }

  /** Shows this way instead of another; ids that are not on the board are left out. */
  set(visits) {
    this._clear();
    const steps = visits.map((id) => this.elementRegistry.get(id)).filter(Boolean);
    const order = new Map();
    steps.forEach((element, i) => order.set(element, [...(order.get(element) ?? []), i + 1]));
    order.forEach((numbers, element) => {
      this._visited(element);
      this._badge(element, numbers);
    });
    steps.slice(1).forEach((element, i) => this._arrows(steps[i], element));
  }

  _clear() {
    this.overlays.remove({ type: 'qliento-order' });
    this.shown.filter((id) => this.elementRegistry.get(id)).forEach((id) => this.canvas.removeMarker(id, 'q-visited'));
    this.shown = [];
  }

  _visited(element) {
    this.canvas.addMarker(element, 'q-visited');
    this.shown.push(element.id);
  }

  _arrows(from, to) {
    from.outgoing
      ?.filter((arrow) => arrow.target === to && !this.shown.includes(arrow.id))
      .forEach((arrow) => this._visited(arrow));
  }

  _badge(element, numbers) {
    const html = document.createElement('div');
    html.className = 'q-order';
    html.textContent = numbers.slice(0, MOST_SHOWN).join(' · ') + (numbers.length > MOST_SHOWN ? ' …' : '');
    html.title = this.words('path.order', { order: numbers.join(', ') });
    this.overlays.add(element, 'qliento-order', { position: { top: -10, left: -10 }, html });
  }
}
