import { ordered } from '../palette/Outline.js';

/** Tab walks through the steps of the flow and leaves the canvas at both ends; Ctrl+9 shows all. */
export default class WalkKeys {
  static $inject = ['keyboard', 'selection', 'elementRegistry', 'canvas', 'toolbar'];

  constructor(keyboard, selection, elementRegistry, canvas, toolbar) {
    keyboard.addListener(1500, ({ keyEvent }) => {
      if (keyEvent.key === 'Tab') {
        const steps = ordered(elementRegistry);
        const at = steps.indexOf(selection.get()[0]);
        const next = steps[keyEvent.shiftKey ? (at < 0 ? steps.length : at) - 1 : at + 1];
        selection.select(next ?? null);
        if (next) {
          canvas.scrollToElement(next);
        }
        return next ? true : undefined;
      }
      if (keyEvent.key === '9' && keyboard.isCmd(keyEvent)) {
        toolbar.fit();
        return true;
      }
      return undefined;
    });
  }
}
