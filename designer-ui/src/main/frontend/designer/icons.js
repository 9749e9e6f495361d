import { iconSvg, isIcon } from '../icons.js';

export { iconSvg };

/** The name of a block's icon, as its type says it; a neutral one where there is none of this name. */
export function iconOf(shown) {
  return isIcon(shown?.icon) ? shown.icon : 'block';
}

/** The drawing inside an icon, as a new SVG group of 24 by 24. */
export function iconGroup(name) {
  const svg = new DOMParser().parseFromString(iconSvg(name), 'image/svg+xml').documentElement;
  const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  group.append(...[...svg.childNodes].map((node) => document.importNode(node, true)));
  return group;
}
