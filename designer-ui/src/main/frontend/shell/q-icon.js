/** Icons of one set (Lucide), by the name that Java gives; drawn inline so that they take the text's colour. */
import activity from 'lucide-static/icons/activity.svg?raw';
import archive from 'lucide-static/icons/archive.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import ellipsis from 'lucide-static/icons/ellipsis.svg?raw';
import history from 'lucide-static/icons/history.svg?raw';
import house from 'lucide-static/icons/house.svg?raw';
import languages from 'lucide-static/icons/languages.svg?raw';
import logOut from 'lucide-static/icons/log-out.svg?raw';
import moon from 'lucide-static/icons/moon.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import smartphone from 'lucide-static/icons/smartphone.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import redo from 'lucide-static/icons/redo-2.svg?raw';
import fit from 'lucide-static/icons/maximize.svg?raw';
import upload from 'lucide-static/icons/upload.svg?raw';
import workflow from 'lucide-static/icons/workflow.svg?raw';
import check from 'lucide-static/icons/circle-check.svg?raw';
import circle from 'lucide-static/icons/circle.svg?raw';
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';
import send from 'lucide-static/icons/send-horizontal.svg?raw';
import bot from 'lucide-static/icons/bot.svg?raw';
import paperclip from 'lucide-static/icons/paperclip.svg?raw';
import list from 'lucide-static/icons/list.svg?raw';
import split from 'lucide-static/icons/split.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import circleAlert from 'lucide-static/icons/circle-alert.svg?raw';
import images from 'lucide-static/icons/images.svg?raw';
import image from 'lucide-static/icons/image.svg?raw';
import video from 'lucide-static/icons/video.svg?raw';
import audio from 'lucide-static/icons/mic.svg?raw';
import paper from 'lucide-static/icons/file-text.svg?raw';
import rotate from 'lucide-static/icons/rotate-ccw.svg?raw';
import messages from 'lucide-static/icons/messages-square.svg?raw';
import plug from 'lucide-static/icons/plug.svg?raw';
import radio from 'lucide-static/icons/radio.svg?raw';
import phone from 'lucide-static/icons/phone.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import alert from 'lucide-static/icons/triangle-alert.svg?raw';
import building from 'lucide-static/icons/building-2.svg?raw';
import circleHelp from 'lucide-static/icons/circle-question-mark.svg?raw';
import keyboard from 'lucide-static/icons/keyboard.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import table from 'lucide-static/icons/table-2.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw';

const drawings = {
  table,
  alert,
  arrowRight,
  messages,
  phone,
  plug,
  radio,
  activity,
  archive,
  arrowLeft,
  audio,
  bot,
  check,
  circle,
  circleAlert,
  copy,
  document: paper,
  download,
  ellipsis,
  history,
  house,
  image,
  images,
  languages,
  list,
  logOut,
  moon,
  paperclip,
  pause,
  play,
  plus,
  rotate,
  undo,
  redo,
  fit,
  send,
  smartphone,
  split,
  trash,
  upload,
  video,
  workflow,
  building,
  circleHelp,
  keyboard,
  lock,
  search,
  triangleAlert,
  x,
};

class QIcon extends HTMLElement {
  static observedAttributes = ['name'];

  connectedCallback() {
    this.setAttribute('aria-hidden', 'true');
    this.classList.add('q-icon');
    this.draw();
  }

  attributeChangedCallback() {
    this.draw();
  }

  draw() {
    const svg = new DOMParser().parseFromString(drawings[this.getAttribute('name')] ?? '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml').documentElement;
    svg.setAttribute('stroke-width', '1.5');
    svg.setAttribute('width', '100%');
    svg.setAttribute('height', '100%');
    this.replaceChildren(svg);
  }
}

customElements.define('q-icon', QIcon);
