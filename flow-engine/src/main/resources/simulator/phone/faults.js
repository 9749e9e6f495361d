// The tester's panel: orders faults for the business number in use.
import * as api from './api.js';
import { element } from './bubbles.js';
import { t } from './texts.js';

const $ = (id) => document.getElementById(id);
const KINDS = ['error', 'server-error', 'delay', 'lost-response', 'reset', 'silence'];

export function faultPanel(number) {
  const toggle = (open) => {
    $('faults').hidden = !open;
    $('app').classList.toggle('failing', open);
    $('break').setAttribute('aria-expanded', String(open));
    (open ? $('fault-kind') : $('break')).focus();
    if (open) show();
  };
  const show = async () => {
    const ordered = (await api.faults()).filter((fault) => fault.phoneNumberId === number());
    const lines = ordered.map((fault) =>
      element('li', '', t('left', `${t(`k.${fault.kind}`)}${fault.code ? ` ${fault.code}` : ''}`, fault.count)));
    $('fault-list').replaceChildren(...(lines.length ? lines : [element('li', 'help', t('faultsNone'))]));
    $('faults-clear').hidden = !lines.length;
  };
  const fields = () => {
    for (const label of document.querySelectorAll('#fault-form [data-for]')) {
      label.hidden = !label.dataset.for.split(' ').includes($('fault-kind').value);
    }
  };
  const amount = (id) => {
    const field = $(id);
    return field.closest('label').hidden || field.value === '' ? undefined : Number(field.value);
  };
  $('fault-kind').append(...KINDS.map((kind) => new Option(t(`k.${kind}`), kind)));
  $('fault-kind').addEventListener('change', fields);
  $('break').addEventListener('click', () => toggle($('faults').hidden));
  $('faults-close').addEventListener('click', () => toggle(false));
  $('faults').addEventListener('keydown', (event) => event.key === 'Escape' && toggle(false));
  $('faults-clear').addEventListener('click', () => api.clearFaults(number()).then(show));
  $('fault-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const seconds = amount('fault-seconds');
    await api.addFault({
      phoneNumberId: number(),
      kind: $('fault-kind').value,
      code: amount('fault-code'),
      delayMillis: seconds === undefined ? undefined : seconds * 1000,
      retryAfterSeconds: amount('fault-retry'),
      count: amount('fault-count'),
    });
    await show();
  });
  fields();
  return { refresh: () => !$('faults').hidden && show() };
}
