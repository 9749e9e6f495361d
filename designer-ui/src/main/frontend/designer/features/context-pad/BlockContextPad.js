import { is } from 'bpmn-js/lib/util/ModelUtil';
import { iconOf, iconSvg } from '../../icons.js';

/** What can be done with an element, beside it. Under "advanced" BPMN's own entries come after ours. */
export default class BlockContextPad {
  static $inject = [
    'contextPad',
    'shell',
    'blocks',
    'blockCommands',
    'blockMenus',
    'words',
    'eventBus',
    'connect',
    'modeling',
  ];

  constructor(contextPad, shell, blocks, blockCommands, blockMenus, words, eventBus, connect, modeling) {
    Object.assign(this, { shell, blocks, blockCommands, blockMenus, words, eventBus, connect, modeling });
    contextPad.registerProvider(500, this);
  }

  getContextPadEntries(element) {
    return (entries) => {
      if (this.shell.readOnly) {
        return {};
      }
      const ours = element.labelTarget ? {} : this._entries(element);
      return this.shell.host.hasAttribute('advanced') ? { ...ours, ...entries } : ours;
    };
  }

  getMultiElementContextPadEntries() {
    return (entries) => (this.shell.readOnly ? {} : entries);
  }

  _entries(element) {
    const entries = {};
    const goesOn = is(element, 'bpmn:FlowNode') && !is(element, 'bpmn:EndEvent');
    if (goesOn || is(element, 'bpmn:SequenceFlow')) {
      for (const block of this.blocks.all.filter((known) => known.usual)) {
        entries[`q-append-${block.key}`] = entry(
          'model',
          this.words('append.block', { name: block.label }),
          iconOf(block),
          block.group,
          () => this.blockCommands.append(element, block),
        );
      }
      entries['q-append-more'] = entry('model', this.words('more'), 'plus', '', (event) =>
        this.blockMenus.append(element, event),
      );
    }
    if (goesOn) {
      const connect = (event) => this.connect.start(event, element);
      entries['q-connect'] = entry('edit', this.words('connect'), 'arrow', '', connect);
    }
    if (is(element, 'bpmn:FlowNode') && !is(element, 'bpmn:StartEvent') && !is(element, 'bpmn:BoundaryEvent')) {
      entries['q-change'] = entry('edit', this.words('change'), 'replace', '', (event) =>
        this.blockMenus.change(element, event),
      );
    }
    entries['q-comment'] = entry('edit', this.words('comment'), 'comment', '', () =>
      this.eventBus.fire('properties.focus', { name: 'comment' }),
    );
    entries.delete = entry('edit', this.words('delete'), 'remove', 'danger', () =>
      this.modeling.removeElements([element]),
    );
    return entries;
  }
}

const entry = (group, title, icon, hue, act) => ({
  group,
  title,
  html: `<div class="entry q-pad q-of-${hue}" draggable="true">${iconSvg(icon)}</div>`,
  action: { click: act, dragstart: act },
});
