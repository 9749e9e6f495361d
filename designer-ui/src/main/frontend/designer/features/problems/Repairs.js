import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import { format } from '../conditions/feel.js';
import { ofKind } from '../blocks/Blocks.js';
import { rename, splitText } from './mending.js';

/** What a name is without the number at its end. */
const stem = (name) => name.replace(/\d+$/, '');

/**
 * Does the changes that the checker offers, each as one step of undo. What kinds there are says the engine's Repair.
 *
 * @typedef {{kind: string, target: string, arguments: Object<string, string>}} Repair
 */
export default class Repairs {
  static $inject = ['blockCommands', 'modeling', 'blocks', 'blockFactory', 'elementRegistry', 'autoPlace', 'canvas'];

  constructor(blockCommands, modeling, blocks, blockFactory, elementRegistry, autoPlace, canvas) {
    Object.assign(this, {
      commands: blockCommands,
      modeling,
      blocks,
      blockFactory,
      elementRegistry,
      autoPlace,
      canvas,
    });
    const of = (id) => this.elementRegistry.get(id);
    this._kinds = {
      remove: (element) => this.modeling.removeElements([element]),
      connect: (element, { to }) => this.modeling.connect(element, of(to)),
      'add-end': (element) => this._end(element),
      'add-exit': (element, exit) => this.commands.addExit(element, exit),
      'add-start': (element, { to }) => this._start(of(to)),
      'add-way': (gateway, way) => this._way(gateway, way),
      'set-default': (gateway, { arrow }) => this.commands.setDefault(gateway, of(arrow)),
      'remove-condition': (arrow) => this.commands.setCondition(arrow, ''),
      set: (element, { name, value }) => this._set(element, name, value),
      'to-list': (element) => this._list(element),
      'split-text': (element) => this._split(element),
      rename: (element, { from, to }) => this._rename(element, from, to),
      'new-id': (element) => this.modeling.updateProperties(element, { id: this._freeId(element) }),
      executable: (element, _, id) => this._executable(id),
      'allow-host': (_, { host }) => this._tell('qliento-allow-host', { host }),
      clear: (element, { property }) => this.modeling.updateProperties(element, { [property]: undefined }),
    };
  }

  /** Whether this board can do it: it knows the kind, and what it is about is drawn. */
  can(repair) {
    const whole = ['add-start', 'executable'].includes(repair?.kind);
    const { to, arrow } = repair?.kind === 'rename' ? {} : (repair?.arguments ?? {});
    return (
      Boolean(repair && this._kinds[repair.kind]) &&
      (whole || this._drawn(repair.target)) &&
      [to, arrow].every((id) => !id || this._drawn(id))
    );
  }

  /** Does it. */
  apply(repair) {
    const element = this.elementRegistry.get(repair.target);
    this.commands.together(() => this._kinds[repair.kind](element, repair.arguments, repair.target));
  }

  /** What is mended beside the drawing, the page does. */
  _tell(name, detail) {
    this.canvas.getContainer().dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  _drawn(id) {
    return Boolean(this.elementRegistry.get(id)?.parent);
  }

  _end(element) {
    return this.autoPlace.append(element, this.blockFactory.shape(this.blocks.plain('bpmn:EndEvent')));
  }

  _start(first) {
    const shape = this.blockFactory.shape(this.blocks.plain('bpmn:StartEvent'));
    const box = this.canvas.viewbox();
    const at = first
      ? { x: first.x - 80, y: first.y + first.height / 2 }
      : { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
    const root = this.canvas.getRootElement();
    const parent = first?.parent ?? root.children.find((child) => is(child, 'bpmn:Participant')) ?? root;
    const start = this.modeling.createShape(shape, at, parent);
    if (first) {
      this.modeling.connect(start, first);
    }
  }

  _way(gateway, { field, value, loose }) {
    const [arrow] = this._end(gateway).incoming;
    this.commands.setCondition(
      arrow,
      format({ join: 'and', rows: [{ field, op: 'is', value, any: loose === 'true' }] }),
    );
  }

  _set(element, name, value) {
    const parameter = this.blocks.of(element)?.parameters.find((known) => known.name === name);
    this.commands.setValue(element, parameter ?? { name, kind: 'LINE' }, value);
  }

  _list(element) {
    const list = this.blocks.listing();
    const stems = new Set(ofKind(this.blocks.of(element), 'BUTTON').map(({ name }) => stem(name)));
    const titles = Object.entries(this.blocks.values(element))
      .filter(([name, value]) => stems.has(stem(name)) && value.trim())
      .sort(([one], [other]) => one.slice(stem(one).length) - other.slice(stem(other).length))
      .map(([, title]) => title);
    this.commands.change(element, list, { [ofKind(list, 'ROWS')[0].name]: titles.join('\n') });
  }

  _split(element) {
    const block = this.blocks.of(element);
    const parameter = block.parameters.find((known) => known.splits);
    const [first, rest] = splitText(this.blocks.value(element, parameter), parameter.max);
    this.commands.setValue(element, parameter, first);
    this.commands.append(element, block, { [parameter.name]: rest });
  }

  _rename(element, from, to) {
    const condition = getBusinessObject(element).conditionExpression?.body;
    if (condition) {
      this.commands.setCondition(element, rename.inFeel(condition, from, to));
      return;
    }
    const block = this.blocks.of(element);
    const written = this.blocks.values(element);
    const texts = ['LINE', 'TEXT', 'OPTIONS', 'ROWS', 'BUTTON'];
    const changed = Object.fromEntries(
      block.parameters
        .filter(({ name, kind }) => written[name] && (kind === 'FEEL' || texts.includes(kind)))
        .map(({ name, kind }) => [name, (kind === 'FEEL' ? rename.inFeel : rename.inText)(written[name], from, to)]),
    );
    this.commands.setWritten(element, changed);
  }

  _freeId(element) {
    const kind = getBusinessObject(element).$type.replace('bpmn:', '');
    for (let n = 2; ; n++) {
      if (!this.elementRegistry.get(`${kind}_${n}`)) {
        return `${kind}_${n}`;
      }
    }
  }

  _executable(id) {
    const root = this.canvas.getRootElement();
    const pools = root.children.filter((child) => is(child, 'bpmn:Participant'));
    const pool = pools.find((child) => getBusinessObject(child).processRef?.id === id);
    const process = pool ? getBusinessObject(pool).processRef : getBusinessObject(root);
    this.modeling.updateModdleProperties(pool ?? root, process, { isExecutable: true });
  }
}
