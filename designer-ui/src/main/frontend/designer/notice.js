import { iconSvg } from './icons.js';

/**
 * Says something above a board, until it is closed or said otherwise.
 *
 * @param {HTMLElement} place where it stands; one of a kind at a time
 * @param {{kind: string, words: string, close?: string, act?: {words: string, run: () => void}}} about close and act name their
 *   buttons; without close it stays
 */
export function notice(place, { kind, words, close, act }) {
  quiet(place, kind);
  const bar = document.createElement('div');
  bar.className = 'q-notice';
  bar.dataset.kind = kind;
  bar.setAttribute('role', 'alert');
  bar.insertAdjacentHTML('beforeend', iconSvg('alert'));
  const text = document.createElement('span');
  text.textContent = words;
  bar.append(text);
  const button = (label, run) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = label;
    made.addEventListener('click', run);
    bar.append(made);
  };
  if (act) {
    button(act.words, act.run);
  }
  if (close) {
    button(close, () => bar.remove());
  }
  place.append(bar);
}

/** Takes what was said of this kind away. */
export function quiet(place, kind) {
  place.querySelectorAll(`:scope > .q-notice[data-kind="${kind}"]`).forEach((bar) => bar.remove());
}
