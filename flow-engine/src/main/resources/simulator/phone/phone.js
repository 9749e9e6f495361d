// The phone: wires the list of customers, the chat and the composer together.
import * as api from './api.js';
import { bubble, element, summary, time } from './bubbles.js';
import { personDialog, listSheet } from './dialogs.js';
import { faultPanel } from './faults.js';
import { icon } from './icons.js';
import * as people from './people.js';
import { language, t } from './texts.js';

const $ = (id) => document.getElementById(id);
const STARTER = '15550100123';
const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
const byNumber = new Map();
let number = null;
let quoted = null;
let online = true;
let typingTimer = null;
let problem = null;

function words() {
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll('[data-icon]')) node.append(icon(node.dataset.icon));
  for (const node of document.querySelectorAll('[data-label]')) {
    node.setAttribute('aria-label', t(node.dataset.label));
    if (node.matches('button')) node.title = t(node.dataset.label);
  }
  for (const node of document.querySelectorAll('[data-placeholder]')) node.placeholder = t(node.dataset.placeholder);
}

const initials = (name) => name.split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? '').join('').toUpperCase();
const pretty = (phone) => `+${phone}`;
const label = (person) => person.name || pretty(person.phone);

function drawList() {
  $('list').replaceChildren(...people.all().map((person) => {
    const face = element('span', 'face', person.name ? initials(person.name) : '#');
    face.setAttribute('aria-hidden', 'true');
    const button = element('button', '', face, element('b', '', label(person)));
    button.type = 'button';
    button.append(element('time', '', person.last ? time(person.last.at) : ''));
    button.append(element('span', 'last', person.last ? summary(person.last) : pretty(person.phone)));
    if (person.unread) button.append(element('span', 'unread', String(person.unread)));
    if (person === people.chosen()) button.setAttribute('aria-current', 'true');
    button.addEventListener('click', () => open(person.phone));
    return element('li', '', button);
  }));
}

function messagesHere() {
  const mine = [...(people.chosen()?.messages.values() ?? [])].filter((message) => message.phoneNumberId === number);
  return mine.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function dayOf(at) {
  const then = new Date(at);
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86_400_000);
  return days === 0 ? t('today') : days === 1 ? t('yesterday') : day.format(then);
}

function empty() {
  const face = element('span', 'face', icon('store'));
  const chip = element('button', 'chip', t('chip'));
  chip.type = 'button';
  chip.addEventListener('click', () => send({ text: t('chip') }));
  return element('li', 'empty', face, element('h3', '', t('emptyTitle')), element('p', '', t('empty')), chip);
}

function drawChat(arrived) {
  const atEnd = nearEnd();
  const all = messagesHere();
  const known = people.chosen()?.messages ?? new Map();
  const shown = all.filter((message) => message.type !== 'reaction');
  const items = [];
  let before = null;
  for (const message of shown) {
    if (!before || dayOf(before.at) !== dayOf(message.at)) items.push(element('li', 'day', dayOf(message.at)));
    const item = bubble(message, {
      quoted: message.replyTo && known.get(message.replyTo),
      business: business(),
      first: !before || before.from !== message.from,
      reactions: all.filter((other) => other.type === 'reaction' && other.content.message_id === message.id).map((other) => other.content.emoji),
      on: { choose, openList, sendLocation, quote },
    });
    if (message.id === arrived) item.classList.add('arrives');
    items.push(item);
    before = message;
  }
  patch($('messages'), items.length ? items : [empty()]);
  warn(shown);
  if (atEnd || arrived) $('scroll').scrollTop = $('scroll').scrollHeight;
}

/** Replaces only what changed, so that focus stays and a screen reader hears new messages only. */
function patch(list, items) {
  items.forEach((item, i) => {
    const old = list.children[i];
    if (!old) list.append(item);
    else if (old.outerHTML !== item.outerHTML && !sameButArriving(old, item)) list.replaceChild(item, old);
  });
  while (list.children.length > items.length) list.lastElementChild.remove();
}

function sameButArriving(old, item) {
  return old.innerHTML === item.innerHTML && old.className.replace(' arrives', '') === item.className;
}

function business() {
  return byNumber.get(number)?.verifiedName ?? '';
}

function alertWith(title, help) {
  $('alert').replaceChildren(...(title ? [icon('warn'), element('div', '', element('b', '', title), help)] : []));
  $('alert').hidden = !title;
}

/** The worst thing first: no connection, a text that was not taken, a webhook that refuses. */
function warn(shown) {
  const refused = shown.filter((message) => message.refusal).at(-1);
  if (!online) alertWith(t('offline'), t('offlineHelp'));
  else if (problem) alertWith(...problem);
  else if (refused) alertWith(...refusalWords(refused));
  else alertWith('');
}

function refusalWords({ status, refusal }) {
  const code = refusal.httpStatus;
  const key = code === 0 ? 'help0' : code === 401 || code === 403 ? 'help401' : code === 404 ? 'help404' : code >= 500 ? 'help5' : 'helpElse';
  const title = code === 0 ? t('silent', '', refusal.attempts) : t('refused', code, refusal.attempts);
  return [title, status === 'failed' ? t('gaveUp') : t(key)];
}

function nearEnd() {
  const scroll = $('scroll');
  return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
}

function presence(typing) {
  const person = people.chosen();
  $('presence').textContent = typing
    ? t('typingShort')
    : `${pretty(byNumber.get(number)?.displayNumber ?? '')} · ${person ? t('playing', label(person)) : ''}`;
  $('typing').hidden = !typing;
  if (typing && nearEnd()) $('scroll').scrollTop = $('scroll').scrollHeight;
}

function open(phone) {
  people.choose(phone);
  quote(null);
  presence(false);
  $('app').dataset.view = 'chat';
  drawList();
  $('messages').replaceChildren();
  drawChat();
  $('scroll').scrollTop = $('scroll').scrollHeight;
  if (matchMedia('(min-width: 720px)').matches) $('text').focus();
}

async function send(message) {
  const person = people.chosen();
  try {
    const { name, userId, numberHidden } = person;
    arrive(await api.write(person.phone, { phoneNumberId: number, name, userId, numberHidden, ...message }));
    problem = null;
    return true;
  } catch {
    problem = [t('notSent'), t('notSentHelp')];
    return false;
  } finally {
    drawChat();
  }
}

function arrive(message) {
  const fresh = people.take(message);
  drawList();
  if (message.customer !== people.chosen()?.phone || message.phoneNumberId !== number) return;
  if (fresh && message.from === 'business') {
    clearTimeout(typingTimer);
    presence(false);
    panel.refresh();
  }
  drawChat(fresh ? message.id : undefined);
}

function choose(offer, { id, title, description }) {
  return send({ choiceId: id, title, description, replyTo: offer.id });
}

function openList(offer) {
  listSheet(offer, (row) => choose(offer, row));
}

function sendLocation(request) {
  const content = { latitude: 38.7223, longitude: -9.1393, name: 'Praça do Comércio', address: 'Lisboa' };
  return send({ type: 'location', content, replyTo: request.id });
}

function quote(message) {
  quoted = message;
  $('quoting').hidden = !message;
  if (!message) return;
  $('quoting-who').textContent = message.from === 'customer' ? t('you') : business();
  $('quoting-text').textContent = summary(message);
  $('text').focus();
}

function grow() {
  $('text').style.height = 'auto';
  $('text').style.height = `${$('text').scrollHeight + 2}px`;
}

async function submit(event) {
  event.preventDefault();
  const text = $('text').value.trim();
  if (!text) return;
  const message = { text, replyTo: quoted?.id };
  $('text').value = '';
  quote(null);
  grow();
  if (!(await send(message))) {
    $('text').value = text;
    grow();
  }
}

async function attach() {
  const [file] = $('file').files;
  $('file').value = '';
  if (!file) return;
  const kind = file.type.split('/')[0];
  const type = ['image', 'video', 'audio'].includes(kind) ? kind : 'document';
  try {
    const id = await api.upload(number, file);
    await send({ type, content: type === 'document' ? { id, filename: file.name } : { id } });
  } catch {
    problem = [t('notSent'), t('notSentHelp')];
    drawChat();
  }
}

function swapTheme() {
  const dark = getComputedStyle(document.documentElement).colorScheme.includes('dark');
  document.documentElement.dataset.theme = dark ? 'light' : 'dark';
  localStorage.setItem('qliento.phone.theme', document.documentElement.dataset.theme);
}

function listen() {
  $('composer').addEventListener('submit', submit);
  $('text').addEventListener('input', grow);
  $('text').addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
    if (event.key === 'Escape') quote(null);
  });
  $('unquote').addEventListener('click', () => quote(null));
  $('attach').addEventListener('click', () => $('file').click());
  $('file').addEventListener('change', attach);
  $('theme').addEventListener('click', swapTheme);
  $('back').addEventListener('click', () => ($('app').dataset.view = 'people'));
  $('scroll').addEventListener('scroll', () => ($('down').hidden = nearEnd()));
  $('down').addEventListener('click', () => $('scroll').scrollTo({ top: $('scroll').scrollHeight, behavior: 'smooth' }));
  $('add').addEventListener('click', () => personDialog(null, introduce));
  $('edit').addEventListener('click', () => personDialog(people.chosen(), introduce));
  $('number').addEventListener('change', () => useNumber($('number').value));
}

function introduce(person) {
  people.meet(person);
  open(person.phone);
}

function useNumber(id) {
  number = id;
  $('business').textContent = business();
  presence(false);
  drawChat();
  panel.refresh();
}

const panel = faultPanel(() => number);

async function numbersAndPeople() {
  const [numbers, customers] = await Promise.all([api.numbers(), api.customers()]);
  numbers.forEach((one) => byNumber.set(one.phoneNumberId, one));
  $('number').replaceChildren(...numbers.map((one) => new Option(`${one.verifiedName} ${pretty(one.displayNumber)}`, one.phoneNumberId)));
  $('number').hidden = numbers.length < 2;
  customers.forEach(people.meet);
  number ??= numbers[0].phoneNumberId;
}

async function start() {
  words();
  listen();
  people.load();
  if (!people.all().length) people.meet({ phone: STARTER, name: t('newName') });
  try {
    await numbersAndPeople();
  } catch {
    online = false;
  }
  open(people.chosen()?.phone ?? people.all()[0].phone);
  if (number) useNumber(number);
  api.follow({
    onMessage: arrive,
    onTyping: ({ customer, phoneNumberId, seconds }) => {
      if (customer !== people.chosen()?.phone || phoneNumberId !== number) return;
      presence(true);
      clearTimeout(typingTimer);
      typingTimer = setTimeout(() => presence(false), seconds * 1000);
    },
    onLine: async (up) => {
      online = up;
      if (up) problem = null;
      if (up && !number) await numbersAndPeople().then(() => useNumber(number));
      drawChat();
    },
  });
}

start();
