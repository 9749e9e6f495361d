import ContextPad from 'diagram-js/lib/features/context-pad/ContextPad';

const GAP = 14;
const EDGE = 8;

/**
 * What can be done with a block stands above it, or below it where there is no room: a chat goes on to the right, and
 * what comes next stays to be seen and pressed.
 */
export default class RoomyContextPad extends ContextPad {
  _getPosition(target) {
    const beside = super._getPosition(target);
    if (target.waypoints || !this._current?.html) {
      return beside;
    }
    const { offsetWidth: width, offsetHeight: height } = this._current.html;
    const room = this._canvas.getContainer().getBoundingClientRect();
    const bounds = this._getTargetBounds(target);
    const middle = (bounds.left + bounds.right) / 2 - room.left;
    const above = bounds.top - room.top - height - GAP;
    const below = this._foot(target, bounds) - room.top + GAP;
    const fits = above >= EDGE && !target.host;
    return {
      left: Math.max(EDGE, Math.min(middle - width / 2, room.width - width - EDGE)),
      top: fits ? above : below,
    };
  }

  /** Where the element ends below, with the words under it. */
  _foot(target, bounds) {
    const labels = [target].flat().flatMap(({ labels: found }) => found ?? []);
    return Math.max(bounds.bottom, ...labels.map((label) => this._getTargetBounds(label).bottom));
  }
}
