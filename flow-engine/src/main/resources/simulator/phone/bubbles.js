// Draws one message. Everything from outside goes in as text.
import { format } from './format.js';
import { icon } from './icons.js';
import { language, t } from './texts.js';

const MEDIA = ['image', 'video', 'audio', 'document', 'sticker'];
const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short' });

export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

export const time = (at) => clock.format(new Date(at));

/** One line that says what a message is, without marks, for quotes and the list. */
export const summary = (message) => format(wordsOf(message), document.createElement('span')).textContent;

function wordsOf(message) {
  const { type, content } = message;
  if (type === 'text') return content.body;
  if (type === 'template') return message.shown || content.name;
  if (type === 'interactive') {
    return content.body?.text ?? content.button_reply?.title ?? content.list_reply?.title ?? '';
  }
  if (type === 'reaction') return content.emoji;
  if (type === 'button') return content.text;
  return content.caption || content.name || content.filename || t(type);
}

function ticks(message) {
  if (message.from !== 'customer') return [];
  const states = { pending: 'clock', delivered: 'delivered', read: 'delivered', refused: 'sent', failed: 'warn' };
  const words = { pending: 'pending', delivered: 'delivered', read: 'read', refused: 'sent', failed: 'failed' };
  const mark = icon(states[message.status] ?? 'sent', t(words[message.status] ?? 'sent'));
  mark.classList.add(message.status === 'failed' ? 'bad' : message.status);
  return [mark];
}

function meta(message) {
  const at = element('time', '', time(message.at));
  at.dateTime = message.at;
  at.title = new Date(message.at).toLocaleString(language);
  return element('span', 'meta', at, ...ticks(message));
}

function file(content, type) {
  const words = element('span', '', content.filename || t(type));
  const box = element(content.id ? 'a' : 'div', 'file', icon('file'), words);
  if (content.id) {
    box.href = `media/${content.id}`;
    box.target = '_blank';
    box.rel = 'noopener';
  } else {
    words.append(element('small', '', `${t('kept')}: ${content.link ?? ''}`));
  }
  return box;
}

function media(content, type) {
  const shown = { image: 'img', sticker: 'img', video: 'video', audio: 'audio' }[type];
  if (!content.id || !shown) return file(content, type);
  const player = element(shown, 'picture');
  player.src = `media/${content.id}`;
  if (shown === 'img') player.alt = content.caption || t(type);
  else player.controls = true;
  return player;
}

function place(content) {
  const words = element('span', '', content.name || t('location'));
  words.append(element('small', '', content.address || `${content.latitude}, ${content.longitude}`));
  return element('div', 'file', icon('pin'), words);
}

function body(message) {
  const { type, content } = message;
  const parts = [];
  if (MEDIA.includes(type)) parts.push(media(content, type));
  if (type === 'location') parts.push(place(content));
  if (type === 'contacts') {
    for (const person of Array.isArray(content) ? content : []) {
      const words = element('span', '', person.name?.formatted_name ?? t('contacts'));
      words.append(element('small', '', person.phones?.[0]?.phone ?? ''));
      parts.push(element('div', 'file', icon('person'), words));
    }
  }
  const header = type === 'interactive' && content.header;
  if (header?.text) parts.push(element('div', 'head', header.text));
  else if (header?.type) parts.push(media(header[header.type.toLowerCase()] ?? {}, header.type.toLowerCase()));
  const words = MEDIA.includes(type) ? content.caption : ['location', 'contacts'].includes(type) ? '' : wordsOf(message);
  if (words) parts.push(format(words, element('div', 'body')));
  if (content.footer?.text) parts.push(element('div', 'foot', content.footer.text));
  return parts;
}

function action(name, label, onClick) {
  const button = element('button', '', ...(name ? [icon(name)] : []), label);
  button.type = 'button';
  button.addEventListener('click', () => onClick(button));
  return button;
}

function actions(message, on) {
  const { content } = message;
  const offered = content.action ?? {};
  const kind = message.type === 'interactive' && message.from === 'business' ? content.type?.toLowerCase() : '';
  const made = {
    button: () => (offered.buttons ?? []).map(({ reply }) => action('reply', reply.title, () => on.choose(message, reply))),
    list: () => [action('list', offered.button, () => on.openList(message))],
    cta_url: () => {
      const link = element('a', '', icon('link'), offered.parameters.display_text);
      link.href = offered.parameters.url;
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
      return [link];
    },
    location_request_message: () => [action('pin', t('sendLocation'), () => on.sendLocation(message))],
    flow: () => {
      const button = action('', `${offered.parameters?.flow_cta ?? t('open')} (${t('notPlayed')})`, () => {});
      button.disabled = true;
      return [button];
    },
  }[kind]?.();
  if (!made) return [];
  if (kind === 'button' && message.answered) made.forEach((button) => (button.disabled = true));
  return [element('div', 'actions', ...made)];
}

function quote(quoted, business) {
  const who = quoted.from === 'customer' ? t('you') : business;
  return element('div', 'quote', element('b', '', who), element('span', '', summary(quoted)));
}

/** The list item of a message; `on` hears what the customer does with it. */
export function bubble(message, { quoted, business, first, reactions, on }) {
  const mine = message.from === 'customer';
  const item = element('li', `message${mine ? ' mine' : ''}${first ? ' first' : ''}`);
  item.dataset.id = message.id;
  const who = element('span', 'sr', `${mine ? t('you') : business}: `);
  const inside = element('div', 'bubble', who, ...(quoted ? [quote(quoted, business)] : []), ...body(message), meta(message));
  const answer = element('button', 'icon reply', icon('reply'));
  answer.type = 'button';
  answer.setAttribute('aria-label', t('reply'));
  answer.addEventListener('click', () => on.quote(message));
  item.append(inside, ...actions(message, on), answer);
  if (reactions.length) item.append(element('span', 'reaction', reactions.join(' ')));
  return item;
}
