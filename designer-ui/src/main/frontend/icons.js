/** Every icon there is, by the one name it has here and in Java: drawings of one set (Lucide). Nothing else brings any. */
import alert from 'lucide-static/icons/triangle-alert.svg?raw';
import alignCenter from 'lucide-static/icons/align-center-horizontal.svg?raw';
import alignLeft from 'lucide-static/icons/align-start-vertical.svg?raw';
import archive from 'lucide-static/icons/archive.svg?raw';
import arrow from 'lucide-static/icons/spline.svg?raw';
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import audio from 'lucide-static/icons/volume-2.svg?raw';
import bell from 'lucide-static/icons/bell.svg?raw';
import block from 'lucide-static/icons/square.svg?raw';
import bot from 'lucide-static/icons/bot.svg?raw';
import braces from 'lucide-static/icons/braces.svg?raw';
import building from 'lucide-static/icons/building-2.svg?raw';
import buttons from 'lucide-static/icons/mouse-pointer-click.svg?raw';
import check from 'lucide-static/icons/circle-check.svg?raw';
import chevron from 'lucide-static/icons/chevron-up.svg?raw';
import choice from 'lucide-static/icons/list-checks.svg?raw';
import circle from 'lucide-static/icons/circle.svg?raw';
import circleAlert from 'lucide-static/icons/circle-alert.svg?raw';
import circleHelp from 'lucide-static/icons/circle-question-mark.svg?raw';
import clock from 'lucide-static/icons/clock.svg?raw';
import close from 'lucide-static/icons/x.svg?raw';
import comment from 'lucide-static/icons/message-circle.svg?raw';
import condition from 'lucide-static/icons/split.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import distribute from 'lucide-static/icons/align-horizontal-distribute-center.svg?raw';
import paper from 'lucide-static/icons/file-text.svg?raw';
import down from 'lucide-static/icons/arrow-down.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import ellipsis from 'lucide-static/icons/ellipsis.svg?raw';
import end from 'lucide-static/icons/flag.svg?raw';
import error from 'lucide-static/icons/octagon-alert.svg?raw';
import fit from 'lucide-static/icons/maximize.svg?raw';
import flow from 'lucide-static/icons/workflow.svg?raw';
import globe from 'lucide-static/icons/globe.svg?raw';
import grid from 'lucide-static/icons/grid-3x3.svg?raw';
import history from 'lucide-static/icons/history.svg?raw';
import house from 'lucide-static/icons/house.svg?raw';
import image from 'lucide-static/icons/image.svg?raw';
import images from 'lucide-static/icons/images.svg?raw';
import key from 'lucide-static/icons/key-round.svg?raw';
import keyboard from 'lucide-static/icons/keyboard.svg?raw';
import languages from 'lucide-static/icons/languages.svg?raw';
import link from 'lucide-static/icons/link.svg?raw';
import list from 'lucide-static/icons/list.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import logOut from 'lucide-static/icons/log-out.svg?raw';
import mail from 'lucide-static/icons/mail.svg?raw';
import map from 'lucide-static/icons/map.svg?raw';
import messages from 'lucide-static/icons/messages-square.svg?raw';
import moon from 'lucide-static/icons/moon.svg?raw';
import panel from 'lucide-static/icons/panel-left.svg?raw';
import paperclip from 'lucide-static/icons/paperclip.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import person from 'lucide-static/icons/user-round.svg?raw';
import phone from 'lucide-static/icons/phone.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import plug from 'lucide-static/icons/plug.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import question from 'lucide-static/icons/text-cursor-input.svg?raw';
import radio from 'lucide-static/icons/radio.svg?raw';
import redo from 'lucide-static/icons/redo-2.svg?raw';
import remove from 'lucide-static/icons/trash-2.svg?raw';
import replace from 'lucide-static/icons/replace.svg?raw';
import reply from 'lucide-static/icons/reply.svg?raw';
import rotate from 'lucide-static/icons/rotate-ccw.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import send from 'lucide-static/icons/send-horizontal.svg?raw';
import settings from 'lucide-static/icons/sliders-horizontal.svg?raw';
import smartphone from 'lucide-static/icons/smartphone.svg?raw';
import smile from 'lucide-static/icons/smile.svg?raw';
import table from 'lucide-static/icons/table-2.svg?raw';
import text from 'lucide-static/icons/message-square-text.svg?raw';
import tidy from 'lucide-static/icons/wand-sparkles.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import up from 'lucide-static/icons/arrow-up.svg?raw';
import upload from 'lucide-static/icons/upload.svg?raw';
import value from 'lucide-static/icons/equal.svg?raw';
import video from 'lucide-static/icons/clapperboard.svg?raw';
import wrench from 'lucide-static/icons/wrench.svg?raw';
import zoomIn from 'lucide-static/icons/zoom-in.svg?raw';
import zoomOut from 'lucide-static/icons/zoom-out.svg?raw';

const ICONS = {
  alert,
  alignCenter,
  alignLeft,
  archive,
  arrow,
  arrowLeft,
  arrowRight,
  audio,
  bell,
  block,
  bot,
  braces,
  building,
  buttons,
  check,
  chevron,
  choice,
  circle,
  circleAlert,
  circleHelp,
  clock,
  close,
  comment,
  condition,
  copy,
  distribute,
  document: paper,
  down,
  download,
  ellipsis,
  end,
  error,
  fit,
  flow,
  globe,
  grid,
  history,
  house,
  image,
  images,
  key,
  keyboard,
  languages,
  link,
  list,
  lock,
  logOut,
  mail,
  map,
  messages,
  moon,
  panel,
  paperclip,
  pause,
  person,
  phone,
  play,
  plug,
  plus,
  question,
  radio,
  redo,
  remove,
  replace,
  reply,
  rotate,
  search,
  send,
  settings,
  smartphone,
  smile,
  start: play,
  table,
  text,
  tidy,
  undo,
  up,
  upload,
  value,
  video,
  wrench,
  zoomIn,
  zoomOut,
};

/** Whether there is an icon of this name. */
export const isIcon = (name) => Object.hasOwn(ICONS, name);

/** The markup of an icon: ours, never a model's. Of a name that there is not, a square. */
export function iconSvg(name) {
  return (isIcon(name) ? ICONS[name] : ICONS.block)
    .replace(/<!--.*?-->/gs, '')
    .replace('stroke-width="2"', 'stroke-width="1.5"')
    .replace('<svg', '<svg aria-hidden="true" focusable="false"')
    .trim();
}
