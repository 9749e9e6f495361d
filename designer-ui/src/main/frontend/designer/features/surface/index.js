/** What may be dropped here: the marker of an element, and of the whole drawing when the pointer is over no element. */
const WELCOME = 'drop-ok';

/**
 * Keeps the drawing quick when it is large. Its SVG has its size in pixels: with a size in percent the browser lays out
 * every text anew whenever anything is put beside the drawing, such as the pad above a block (50 ms for 200 blocks,
 * against 1 ms). And the whole drawing is never marked as a place to drop on, which would style each of its elements
 * anew whenever a dragged block leaves another one (16 ms): that a drawing takes blocks goes without saying.
 */
class Surface {
  static $inject = ['eventBus', 'canvas'];

  constructor(eventBus, canvas) {
    const container = canvas.getContainer();
    const watch = new ResizeObserver(() => this._fit(container));
    eventBus.on('diagram.init', () => {
      watch.observe(container);
    });
    eventBus.on('diagram.destroy', () => {
      watch.disconnect();
    });
    const mark = canvas.addMarker.bind(canvas);
    canvas.addMarker = (element, marker) => {
      if (marker !== WELCOME || element !== canvas.getRootElement()) {
        mark(element, marker);
      }
    };
  }

  _fit(container) {
    const svg = container.querySelector(':scope > svg');
    const { clientWidth, clientHeight } = container;
    if (svg && clientWidth > 0 && clientHeight > 0) {
      svg.setAttribute('width', clientWidth);
      svg.setAttribute('height', clientHeight);
    }
  }
}

export default { __init__: ['surface'], surface: ['type', Surface] };
