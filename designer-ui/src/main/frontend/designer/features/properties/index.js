/** What the selected block says and does, in fields; each change is one step that can be undone. */
const SEVERAL_LINES = new Set(['TEXT', 'OPTIONS', 'ROWS', 'KEYWORDS']);

export class ChatProperties {
  constructor(eventBus, selection, chatBlocks, modeling, bpmnFactory, canvas) {
    Object.assign(this, { selection, chatBlocks, modeling, bpmnFactory, canvas });
    eventBus.on('selection.changed', () => this.draw());
    eventBus.on('commandStack.changed', () => this.refresh());
    eventBus.on('import.done', () => this.draw());
  }

  show(host, words, readOnly) {
    Object.assign(this, { host, words, readOnly });
    this.draw();
  }

  element() {
    const selected = this.selection.get();
    return selected.length === 1 ? (selected[0].labelTarget ?? selected[0]) : undefined;
  }

  draw() {
    if (!this.host) {
      return;
    }
    const element = this.element();
    this.drawn = element;
    this.readers = [];
    const block = element && this.chatBlocks.of(element);
    const fields = [];
    if (!element) {
      fields.push(this.heading(this.words.flow, this.words.flowHelp));
      const root = this.canvas.getRootElement();
      if (root.businessObject?.$type === 'bpmn:Process') {
        fields.push(this.nameOf(root, this.words.flowName));
      }
    } else if (element.type === 'bpmn:SequenceFlow') {
      fields.push(this.heading(this.words.arrow, this.words.arrowHelp), this.nameOf(element, this.words.name), this.condition(element));
    } else if (block) {
      fields.push(this.heading(block.label, block.help), this.nameOf(element, this.words.name));
      block.parameters.forEach((parameter) => fields.push(this.parameter(element, parameter)));
    } else {
      fields.push(this.heading(element.businessObject.name || element.type.replace('bpmn:', ''), this.words.notRun));
    }
    this.host.replaceChildren(...fields);
  }

  /** After an undo the fields show what is there again, without losing the one that is being written in. */
  refresh() {
    if (this.element() !== this.drawn) {
      this.draw();
      return;
    }
    this.readers?.forEach((read) => read());
  }

  heading(title, help) {
    const head = document.createElement('header');
    const name = document.createElement('h2');
    name.textContent = title;
    const words = document.createElement('p');
    words.textContent = help;
    head.append(name, words);
    return head;
  }

  nameOf(element, label) {
    return this.field({ label, help: '', max: 0 }, document.createElement('input'), () => element.businessObject.name ?? '', (value) =>
      this.modeling.updateProperties(element, { name: value }),
    );
  }

  condition(arrow) {
    return this.field(
      { label: this.words.condition, help: this.words.conditionHelp, max: 0 },
      document.createElement('textarea'),
      () => arrow.businessObject.conditionExpression?.body ?? '',
      (value) =>
        this.modeling.updateProperties(arrow, {
          conditionExpression: value.trim() ? this.bpmnFactory.create('bpmn:FormalExpression', { body: value, language: 'feel' }) : undefined,
        }),
    );
  }

  parameter(element, parameter) {
    const read = () => this.chatBlocks.value(element, parameter.name) ?? parameter.defaultValue;
    const write = (value) => this.chatBlocks.writeAll(element, parameter.name, value);
    if (parameter.kind === 'CHOICE' || parameter.kind === 'BOOLEAN') {
      const select = document.createElement('select');
      select.append(...parameter.choices.map((choice) => new Option(choice.label, choice.value)));
      return this.field(parameter, select, read, write);
    }
    const several = SEVERAL_LINES.has(parameter.kind);
    const input = document.createElement(several ? 'textarea' : 'input');
    if (several) {
      input.rows = 4;
    }
    return this.field(parameter, input, read, write);
  }

  field(parameter, input, read, write) {
    const field = document.createElement('label');
    const label = document.createElement('span');
    label.className = 'q-field-label';
    label.textContent = parameter.label + (parameter.required ? ' *' : '');
    const help = document.createElement('span');
    help.className = 'q-field-help';
    const count = () => {
      const over = parameter.max > 0 && input.value.length > parameter.max;
      help.textContent = [parameter.help, parameter.max > 0 && input.tagName !== 'SELECT' ? `${input.value.length} / ${parameter.max}` : '']
        .filter(Boolean)
        .join(' · ');
      field.classList.toggle('over', over);
      input.setAttribute('aria-invalid', over);
    };
    const show = () => {
      if (document.activeElement !== input) {
        input.value = read() ?? '';
      }
      count();
    };
    input.disabled = this.readOnly;
    input.addEventListener('input', count);
    input.addEventListener('change', () => write(input.value));
    this.readers.push(show);
    field.append(label, input, help);
    show();
    return field;
  }
}

ChatProperties.$inject = ['eventBus', 'selection', 'chatBlocks', 'modeling', 'bpmnFactory', 'canvas'];

export default { __init__: ['chatProperties'], chatProperties: ['type', ChatProperties] };
