/** The icon of each block, of the one set. */
import play from 'lucide-static/icons/play.svg?raw';
import text from 'lucide-static/icons/message-square-text.svg?raw';
import buttons from 'lucide-static/icons/square-mouse-pointer.svg?raw';
import list from 'lucide-static/icons/list.svg?raw';
import ask from 'lucide-static/icons/message-circle-question-mark.svg?raw';
import choice from 'lucide-static/icons/list-checks.svg?raw';
import condition from 'lucide-static/icons/split.svg?raw';
import value from 'lucide-static/icons/pencil-line.svg?raw';
import flow from 'lucide-static/icons/workflow.svg?raw';
import wait from 'lucide-static/icons/clock.svg?raw';
import end from 'lucide-static/icons/flag.svg?raw';
import other from 'lucide-static/icons/box.svg?raw';

const drawings = {
  start: play,
  text,
  buttons,
  list,
  'ask-text': ask,
  'ask-choice': choice,
  condition,
  'set-value': value,
  'start-flow': flow,
  wait,
  end,
};

/** A new SVG element of the block's icon. */
export function icon(key) {
  const svg = new DOMParser().parseFromString(drawings[key] ?? other, 'image/svg+xml').documentElement;
  svg.setAttribute('stroke-width', '1.5');
  svg.setAttribute('aria-hidden', 'true');
  return document.importNode(svg, true);
}
