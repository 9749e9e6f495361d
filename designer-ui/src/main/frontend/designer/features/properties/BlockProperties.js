import { h } from 'preact';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { IconButton, panel } from '../../ui.js';
import { knownAnswers } from './answers.js';
import { flushDrafts } from './drafts.js';
import Arrow from './Arrow.js';
import Block from './Block.js';
import { Flow, Foreign } from './Plain.js';

/** The settings of what is selected, in plain words. Every change is a step of undo. */
export default class BlockProperties {
  static $inject = [
    'eventBus',
    'shell',
    'words',
    'selection',
    'blocks',
    'blockCommands',
    'modeling',
    'elementRegistry',
    'canvas',
    'problems',
    'around',
    'files',
  ];

  constructor(
    eventBus,
    shell,
    words,
    selection,
    blocks,
    blockCommands,
    modeling,
    elementRegistry,
    canvas,
    problems,
    around,
    files,
  ) {
    Object.assign(this, {
      shell,
      words,
      selection,
      blocks,
      commands: blockCommands,
      modeling,
      elementRegistry,
      canvas,
      problems,
      around,
      files,
    });
    this._known = null;
    eventBus.on(['elements.changed', 'import.done', 'blocks.changed', 'shape.removed'], 2000, () => {
      this._known = null;
    });
    panel(
      eventBus,
      shell.right,
      ['selection.changed', 'elements.changed', 'import.done', 'blocks.changed', 'problems.changed'],
      () => this._view(),
    );
    eventBus.on('properties.focus', ({ name }) => this._focus(name));
    eventBus.on('saveXML.start', flushDrafts);
  }

  /** The names texts and conditions can use; worked out once after each change. */
  get answers() {
    this._known ??= knownAnswers(this.elementRegistry, this.blocks);
    return this._known;
  }

  select(element) {
    this.selection.select(element);
    this.canvas.scrollToElement(element);
  }

  _focus(name) {
    this.shell.host.classList.add('q-show-right');
    requestAnimationFrame(() => {
      const field = this.shell.right.querySelector(`[data-setting="${name}"]`);
      if (field?.tagName === 'SUMMARY') {
        field.click();
        setTimeout(() => this.shell.right.querySelector(`[data-setting="${name}"]`)?.focus(), 60);
      } else {
        field?.focus();
      }
    });
  }

  _view() {
    const { words, selection } = this;
    const many = selection.get().length;
    return [
      h(IconButton, {
        icon: 'close',
        label: words('close'),
        class: 'q-narrow q-close',
        onClick: () => this.shell.host.classList.remove('q-show-right'),
      }),
      h(
        'fieldset',
        { class: 'q-fields', disabled: this.shell.readOnly },
        many > 1
          ? [h('h2', null, words('many', { n: many })), h('p', { class: 'q-hint' }, words('many.hint'))]
          : this._one(selection.get()[0]),
      ),
    ];
  }

  _one(selected) {
    const root = this.canvas.getRootElement();
    const element = selected?.labelTarget ?? selected ?? root;
    const view = { board: this, element, key: element.id };
    if (!element.businessObject) {
      return null;
    }
    if (element === root || is(element, 'bpmn:Participant')) {
      return h(Flow, view);
    }
    return h(is(element, 'bpmn:SequenceFlow') ? Arrow : this.blocks.of(element) ? Block : Foreign, view);
  }
}
