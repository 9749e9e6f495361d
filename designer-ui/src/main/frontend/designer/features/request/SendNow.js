import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../ui.js';
import { flushDrafts } from '../properties/drafts.js';
import { parts } from '../properties/lengths.js';
import { sizeOf } from '../media/Files.js';
import Fields from './Fields.js';

const TEXTS = ['address', 'query', 'headers', 'body'];

/** Sends the request now, as a flow would, and shows what comes; one that may change something after a question. */
export default function SendNow({ board, element, picks, keep }) {
  const { words, blocks } = board;
  const values = blocks.values(element);
  const expressions = expressionsOf(values);
  const [samples, setSamples] = useState({});
  const [state, send, setState] = useSending(board, element);
  const changes = (values.method || 'GET') !== 'GET';
  const start = (really) =>
    send({ samples: Object.fromEntries(expressions.map((feel) => [feel, samples[feel] ?? ''])), really });
  return h(
    'div',
    { class: 'q-field q-send', role: 'group', 'aria-label': words('send.title') },
    h('div', { class: 'q-label' }, h('span', null, words('send.title'))),
    h('p', { class: 'q-hint' }, words('send.help')),
    expressions.map((feel) =>
      h(
        'label',
        { key: feel, class: 'q-send-sample' },
        h('code', null, feel),
        h('input', {
          value: samples[feel] ?? '',
          placeholder: words('send.sample'),
          onInput: (e) => setSamples({ ...samples, [feel]: e.target.value }),
        }),
      ),
    ),
    state.asking
      ? h(Confirm, { board, values, yes: () => start(true), no: () => setState({}) })
      : h(
          'button',
          {
            type: 'button',
            class: 'q-send-button',
            disabled: state.running,
            onClick: () => (changes ? setState({ asking: true }) : start(false)),
          },
          h(Icon, { name: 'send' }),
          words(state.running ? 'send.running' : 'send.button'),
        ),
    h(
      'div',
      { 'aria-live': 'polite' },
      state.trouble && h('p', { class: 'q-count q-bad' }, state.trouble),
      state.answer && h(Answer, { board, answer: state.answer, picks, keep }),
    ),
  );
}

/** The expressions in the texts of a request, each once; secrets are named alike and are none. */
function expressionsOf(values) {
  const sent = TEXTS.filter((name) => name !== 'body' || (values.bodyKind || 'none') !== 'none');
  const all = sent.flatMap((name) => parts(values[name] ?? '').map(({ feel }) => feel));
  return [...new Set(all.filter((feel) => feel && !/^secret\./.test(feel)))];
}

/** One request at a time; it ends with the panel. */
function useSending(board, element) {
  const [state, setState] = useState({});
  const gone = useRef(new AbortController());
  useEffect(() => () => gone.current.abort(), []);
  const send = async (wish) => {
    flushDrafts();
    setState({ running: true });
    const said = await sent(board, { settings: board.blocks.values(element), ...wish }, gone.current.signal);
    if (!gone.current.signal.aborted) {
      setState(said);
    }
  };
  return [state, send, setState];
}

async function sent({ words, shell, blocks }, wish, signal) {
  try {
    const answer = await fetch(new URL(shell.host.getAttribute('send-url'), document.baseURI).href, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(wish),
      signal,
    });
    const said = await answer.json();
    if (answer.ok) {
      return { answer: said };
    }
    const setting = blocks.find('request')?.parameters.find(({ name }) => name === said.field);
    const unfit = setting && words('send.unfit', { name: setting.label });
    return { trouble: unfit || said.why || words('send.network') };
  } catch {
    return { trouble: words('send.network') };
  }
}

function Confirm({ board: { words }, values, yes, no }) {
  const focused = (button) => button?.focus();
  return h(
    'div',
    { class: 'q-send-confirm', role: 'alertdialog', 'aria-label': words('send.title') },
    h('p', null, words('send.confirm', { method: values.method, address: (values.address ?? '').split('{{')[0] })),
    h(
      'div',
      { class: 'q-row' },
      h('button', { type: 'button', class: 'q-send-button', onClick: yes }, words('send.really')),
      h('button', { type: 'button', class: 'q-link', ref: focused, onClick: no }, words('send.cancel')),
    ),
  );
}

function Answer({ board, answer, picks, keep }) {
  const { words, shell } = board;
  const allow = () =>
    shell.host.dispatchEvent(
      new CustomEvent('qliento-allow-host', { detail: { host: answer.host }, bubbles: true, composed: true }),
    );
  const facts = [
    answer.status && words('send.status', { n: answer.status }),
    answer.status && words('send.millis', { n: answer.millis }),
    answer.contentType,
    answer.status && sizeOf(answer.bytes),
    answer.retryAfter && `Retry-After: ${answer.retryAfter}`,
  ];
  const usable = answer.word === 'answered';
  return h(
    'div',
    { class: 'q-answered' },
    answer.status && h('p', { class: 'q-answer-facts' }, facts.filter(Boolean).join(' · ')),
    answer.why && h('p', { class: 'q-count q-bad' }, words('send.failed', { why: answer.why })),
    answer.host &&
      h('button', { type: 'button', class: 'q-link', onClick: allow }, words('repair.allow-host'), ` (${answer.host})`),
    answer.unpicked?.length > 0 &&
      h(
        'ul',
        { class: 'q-count q-bad q-unpicked' },
        answer.unpicked.map((why) => h('li', { key: why }, why)),
      ),
    answer.tree &&
      h(Fields, { board, tree: answer.tree, status: answer.status, picks, keep: usable ? keep : undefined }),
  );
}
