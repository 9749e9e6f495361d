import './q-icon.js';
import { search } from './fuzzy.js';

const MOST_SHOWN = 60;
const FIELDS = 'input, textarea, select, [contenteditable], vaadin-text-field, vaadin-text-area';

const part = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  made.append(...children);
  return made;
};

/** Whether what is typed now belongs to a field. */
const typing = (event) => event.composedPath().some((node) => node instanceof Element && node.matches(FIELDS));

/**
 * Everything by its name. Ctrl+K (Cmd+K) opens it anywhere; the server fills it after `q-opened` and runs what
 * `q-chosen` names by its index. `?` shows the keyboard's page, on the drawing board the board's own.
 */
class QCommandBar extends HTMLElement {
  commands = [];
  words = {};

  connectedCallback() {
    this.stop = new AbortController();
    const { signal } = this.stop;
    document.addEventListener('keydown', (event) => this.key(event), { signal, capture: true });
    document.addEventListener('click', (event) => event.target.closest?.('.q-find') && this.open(), { signal });
    window.qlientoKeys = { open: () => this.open(), help: () => this.help() };
  }

  disconnectedCallback() {
    this.stop.abort();
    delete window.qlientoKeys;
  }

  /** The words it shows, a JSON object. */
  speak(json) {
    this.words = JSON.parse(json);
    this.build();
  }

  /** What there is to choose from, a JSON list of `{ group, words, icon }`. */
  fill(json) {
    this.commands = JSON.parse(json).map((command, index) => ({ ...command, index }));
    this.draw();
    if (this.eager) {
      this.eager = false;
      this.choose(this.list.firstElementChild);
    }
  }

  build() {
    this.field = part('input', {
      type: 'text',
      role: 'combobox',
      'aria-expanded': 'true',
      'aria-controls': 'q-commands',
      'aria-autocomplete': 'list',
      'aria-label': this.words.title,
      placeholder: this.words.placeholder,
      autocomplete: 'off',
      spellcheck: 'false',
    });
    this.field.addEventListener('input', () => this.draw());
    this.list = part('ul', { id: 'q-commands', role: 'listbox', 'aria-label': this.words.title });
    this.list.addEventListener('click', ({ target }) => this.choose(target.closest('[role=option]')));
    this.told = part('p', { role: 'status' });
    const head = part('div', { class: 'q-command-field' }, part('q-icon', { name: 'search' }), this.field);
    this.bar = this.dialog('q-command', this.words.title, head, this.list, this.told);
    this.bar.addEventListener('keydown', (event) => this.walk(event));
    this.replaceChildren(this.bar, this.page());
  }

  dialog(name, label, ...children) {
    const dialog = part('dialog', { class: `${name} q-dialog-over`, 'aria-label': label }, ...children);
    dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
    return dialog;
  }

  /** The page of shortcuts. */
  page() {
    const close = part('button', { type: 'button', 'aria-label': this.words.close }, part('q-icon', { name: 'close' }));
    const keys = [
      ['Ctrl K', this.words['keys.bar']],
      ['?', this.words['keys.help']],
      ['Esc', this.words.close],
    ];
    const list = part(
      'dl',
      {},
      ...keys.map(([combination, does]) =>
        part(
          'div',
          {},
          part('dt', {}, does),
          part('dd', {}, ...combination.split(' ').map((key) => part('kbd', {}, key))),
        ),
      ),
    );
    this.keys = this.dialog(
      'q-keys',
      this.words.keys,
      part('header', {}, part('h2', {}, this.words.keys), close),
      list,
    );
    close.addEventListener('click', () => this.keys.close());
    return this.keys;
  }

  key(event) {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      event.stopPropagation();
      this.open();
    } else if (event.key === '?' && !event.ctrlKey && !event.metaKey && !typing(event)) {
      event.preventDefault();
      event.stopPropagation();
      this.help();
    }
  }

  open() {
    if (!this.bar.open) {
      this.keys.close();
      this.field.value = '';
      this.commands = []; // what one may do changes with the place; a fast Enter waits for the new list
      this.eager = false;
      this.draw();
      this.bar.showModal();
      this.dispatchEvent(new CustomEvent('q-opened'));
    }
  }

  help() {
    const board = document.querySelector('qliento-canvas');
    if (board?.help) {
      board.help();
    } else if (!document.querySelector('dialog[open]')) {
      this.keys.showModal();
    }
  }

  draw() {
    const found = search(this.commands, this.field.value).slice(0, MOST_SHOWN);
    let group = null;
    this.list.replaceChildren(
      ...found.flatMap((command) => {
        const option = part(
          'li',
          { role: 'option', id: `q-command-${command.index}`, 'aria-selected': 'false' },
          part('q-icon', { name: command.icon }),
          part('span', {}, command.words),
          part('small', {}, command.group),
        );
        option.classList.toggle('first', group !== null && group !== command.group && !this.field.value.trim());
        group = command.group;
        return [option];
      }),
    );
    this.list.hidden = found.length === 0;
    this.told.textContent = found.length === 0 && this.commands.length > 0 ? this.words.none : '';
    this.mark(this.list.firstElementChild);
  }

  mark(option) {
    this.list.querySelectorAll('[aria-selected=true]').forEach((other) => other.setAttribute('aria-selected', 'false'));
    this.field.removeAttribute('aria-activedescendant');
    if (option) {
      option.setAttribute('aria-selected', 'true');
      option.scrollIntoView({ block: 'nearest' });
      this.field.setAttribute('aria-activedescendant', option.id);
    }
  }

  walk(event) {
    const options = [...this.list.children];
    const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    const steps = { ArrowDown: (at + 1) % options.length, ArrowUp: (at - 1 + options.length) % options.length };
    if (event.key in steps && options.length) {
      event.preventDefault();
      this.mark(options[steps[event.key]]);
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      this.eager = this.commands.length === 0;
      this.choose(options[at]);
    }
    event.stopPropagation();
  }

  choose(option) {
    if (option) {
      this.bar.close();
      const index = Number(option.id.replace('q-command-', ''));
      this.dispatchEvent(new CustomEvent('q-chosen', { detail: { index } }));
    }
  }
}

customElements.define('q-command-bar', QCommandBar);
