import alignCenter from 'lucide-static/icons/align-center-horizontal.svg?raw';
import alignLeft from 'lucide-static/icons/align-start-vertical.svg?raw';
import alert from 'lucide-static/icons/triangle-alert.svg?raw';
import arrow from 'lucide-static/icons/spline.svg?raw';
import audio from 'lucide-static/icons/volume-2.svg?raw';
import block from 'lucide-static/icons/square.svg?raw';
import braces from 'lucide-static/icons/braces.svg?raw';
import buttons from 'lucide-static/icons/mouse-pointer-click.svg?raw';
import check from 'lucide-static/icons/circle-check.svg?raw';
import choice from 'lucide-static/icons/list-checks.svg?raw';
import chevron from 'lucide-static/icons/chevron-up.svg?raw';
import clock from 'lucide-static/icons/clock.svg?raw';
import close from 'lucide-static/icons/x.svg?raw';
import comment from 'lucide-static/icons/message-circle.svg?raw';
import condition from 'lucide-static/icons/split.svg?raw';
import paper from 'lucide-static/icons/file-text.svg?raw';
import distribute from 'lucide-static/icons/align-horizontal-distribute-center.svg?raw';
import down from 'lucide-static/icons/arrow-down.svg?raw';
import end from 'lucide-static/icons/flag.svg?raw';
import error from 'lucide-static/icons/octagon-alert.svg?raw';
import fit from 'lucide-static/icons/maximize.svg?raw';
import flow from 'lucide-static/icons/workflow.svg?raw';
import grid from 'lucide-static/icons/grid-3x3.svg?raw';
import image from 'lucide-static/icons/image.svg?raw';
import keyboard from 'lucide-static/icons/keyboard.svg?raw';
import link from 'lucide-static/icons/link.svg?raw';
import list from 'lucide-static/icons/list.svg?raw';
import map from 'lucide-static/icons/map.svg?raw';
import panel from 'lucide-static/icons/panel-left.svg?raw';
import person from 'lucide-static/icons/user-round.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import question from 'lucide-static/icons/text-cursor-input.svg?raw';
import redo from 'lucide-static/icons/redo-2.svg?raw';
import remove from 'lucide-static/icons/trash-2.svg?raw';
import replace from 'lucide-static/icons/replace.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import settings from 'lucide-static/icons/sliders-horizontal.svg?raw';
import smile from 'lucide-static/icons/smile.svg?raw';
import start from 'lucide-static/icons/play.svg?raw';
import table from 'lucide-static/icons/table-2.svg?raw';
import tidy from 'lucide-static/icons/wand-sparkles.svg?raw';
import text from 'lucide-static/icons/message-square-text.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import up from 'lucide-static/icons/arrow-up.svg?raw';
import upload from 'lucide-static/icons/upload.svg?raw';
import value from 'lucide-static/icons/equal.svg?raw';
import video from 'lucide-static/icons/clapperboard.svg?raw';
import wrench from 'lucide-static/icons/wrench.svg?raw';
import zoomIn from 'lucide-static/icons/zoom-in.svg?raw';
import zoomOut from 'lucide-static/icons/zoom-out.svg?raw';

const ICONS = {
  alignCenter, alignLeft, alert, arrow, block, braces, buttons, check, choice, chevron, clock, close, comment, condition,
  distribute, down, end, error, fit, flow, grid, keyboard, list, map, panel, person, plus, question, redo, remove, replace,
  search, settings, smile, start, table, text, tidy, undo, up, value, wrench, zoomIn, zoomOut,
  audio, document: paper, image, link, upload, video,
};

/** The markup of an icon: ours, never a model's; a neutral one where there is none of this name. */
export function iconSvg(name) {
  return ICONS[known(name)]
    .replace(/<!--.*?-->/gs, '')
    .replace('stroke-width="2"', 'stroke-width="1.5"')
    .replace('<svg', '<svg aria-hidden="true" focusable="false"')
    .trim();
}

/** The name of a block's icon, as its type says it. */
export const iconOf = (shown) => known(shown?.icon);

function known(name) {
  return Object.hasOwn(ICONS, name ?? '') ? name : 'block';
}

/** The drawing inside an icon, as a new SVG group of 24 by 24. */
export function iconGroup(name) {
  const svg = new DOMParser().parseFromString(iconSvg(name), 'image/svg+xml').documentElement;
  const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  group.append(...[...svg.childNodes].map((node) => document.importNode(node, true)));
  return group;
}
