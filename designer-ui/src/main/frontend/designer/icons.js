import { iconSvg, isIcon } from '../icons.js';

export { iconSvg };

/** The icon of a block whose key is not an icon's name; others are shown by their group. */
const OF_BLOCK = { 'ask-text': 'question', 'ask-choice': 'choice', 'set-value': 'value', 'start-flow': 'flow', decide: 'table', wait: 'clock' };
const OF_GROUP = { say: 'text', ask: 'question', decide: 'condition', do: 'settings', people: 'person', time: 'clock' };

/** The name of a block's icon. */
export function iconOf(shown) {
  const name = OF_BLOCK[shown?.key] ?? shown?.key;
  return isIcon(name) ? name : OF_GROUP[shown?.group] ?? 'block';
}

/** The drawing inside an icon, as a new SVG group of 24 by 24. */
export function iconGroup(name) {
  const svg = new DOMParser().parseFromString(iconSvg(name), 'image/svg+xml').documentElement;
  const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  group.append(...[...svg.childNodes].map((node) => document.importNode(node, true)));
  return group;
}
