import { hasSecondaryModifier } from 'diagram-js/lib/util/Mouse';

const BEFORE_SELECTION = 1100;

/** Whoever presses a block again means that block: it stays selected, and its settings stay open. */
export default class StaySelected {
  static $inject = ['eventBus', 'selection'];

  constructor(eventBus, selection) {
    eventBus.on('element.click', BEFORE_SELECTION, (event) => {
      const [only, another] = selection.get();
      if (only === event.element && !another && !hasSecondaryModifier(event)) {
        event.stopPropagation();
      }
    });
  }
}
