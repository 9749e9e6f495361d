/** A page without a browser: what reads and writes files needs no more of it. */
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><html><head></head><body></body></html>', {
  url: 'https://qliento.example/',
});

for (const name of [
  'document',
  'DOMParser',
  'XMLSerializer',
  'Node',
  'Element',
  'HTMLElement',
  'HTMLInputElement',
  'HTMLTextAreaElement',
  'CustomEvent',
  'Event',
  'EventTarget',
]) {
  globalThis[name] = window[name];
}
globalThis.window = window;
