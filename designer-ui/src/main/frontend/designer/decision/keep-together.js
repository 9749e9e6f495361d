import { AddInputHandler } from './table-tools.js';
import { contradicts, kindOf, named, needs, renaming, resultOf, sameType, together } from './types.js';

/** A name as FEEL reads it, with single spaces inside of it. */
const NAME = /^[\p{L}_][\p{L}\p{N}_]*( [\p{L}\p{N}_]+)*$/u;
/** What FEEL says itself or reads as a value. */
const WORDS = new Set(['true', 'false', 'null', 'now', 'today', 'if', 'for', 'some', 'every', 'function', 'not']);

/**
 * Holds a table and what its model says of the same values together: a column's type and the value it asks about, the
 * outputs and the decision's result, an expression and the name of its source. Each is one step to undo with what
 * caused it, and a repair for models that came apart elsewhere.
 */
class KeepTogether {
  constructor(commandStack, sheet, eventBus) {
    Object.assign(this, { commandStack, sheet });
    this.before = new Map();
    this.menu = false;
    eventBus.on('table.init', () => {
      commandStack.registerHandler('q.set', SetHandler);
      commandStack.registerHandler('q.need', NeedHandler);
    });
    eventBus.on(
      ['col.add', 'col.remove', 'element.updateProperties'].map((name) => `commandStack.${name}.preExecute`),
      ({ context }) => {
        context.qBefore = this._held();
      },
    );
    eventBus.on(
      ['col.add', 'col.remove', 'element.updateProperties'].map((name) => `commandStack.${name}.postExecuted`),
      ({ context }) => this._changed(context),
    );
    eventBus.on('contextMenu.open', () => {
      this.menu = true;
    });
    eventBus.on('contextMenu.close', () => {
      this.menu = false;
      this.settle();
    });
  }

  /** Makes the model say what the table that is open says, as one step. */
  repair() {
    const { decision, definitions } = this._parts();
    this._set(together(definitions, decision));
  }

  /** Names that were typed are given to what the columns ask about. */
  settle() {
    const waiting = [...this.before];
    this.before.clear();
    waiting.forEach(([column, from]) => this._rename(column, from));
  }

  _parts() {
    const table = this.sheet.getRoot().businessObject;
    const decision = table.$parent;
    return { table, decision, definitions: decision?.$parent };
  }

  /** What the table comes to, and whether its decision says the same or something that can't be. */
  _held() {
    const { table, decision, definitions } = this._parts();
    if (table?.$type !== 'dmn:DecisionTable' || !decision?.variable) {
      return null;
    }
    const result = resultOf(table);
    return { result, same: decision.variable.typeRef === result, apart: contradicts(decision, table, definitions) };
  }

  _changed({ element, properties, oldProperties, qBefore }) {
    const { table, decision, definitions } = this._parts();
    if (decision?.$type !== 'dmn:Decision' || table.$type !== 'dmn:DecisionTable') {
      return;
    }
    this._followResult(decision, qBefore);
    const column =
      element?.$type === 'dmn:InputClause'
        ? element
        : element?.$parent?.$type === 'dmn:InputClause'
          ? element.$parent
          : null;
    if (!column?.inputExpression) {
      return;
    }
    const [set, old] =
      column === element ? [properties.inputExpression, oldProperties?.inputExpression] : [properties, oldProperties];
    const name = column.inputExpression.text?.trim();
    if (set && 'typeRef' in set && name && this._typed(definitions, name)) {
      this._set(sameType(definitions, name, set.typeRef));
    }
    if (set && 'text' in set && old?.text !== set.text) {
      if (!this.before.has(column)) {
        this.before.set(column, old?.text ?? '');
      }
      if (!this.menu) {
        this.settle();
      }
    }
  }

  /** A result that said the same as the table goes on doing so; one that can't be right any more is set right. */
  _followResult(decision, before) {
    const after = this._held();
    if (before && after && ((before.same && !after.same) || (!before.apart && after.apart))) {
      this._set([{ element: decision.variable, properties: { typeRef: after.result } }]);
    }
  }

  _typed(definitions, name) {
    const source = named(definitions, name);
    return source?.$type === 'dmn:InputData' && kindOf(source.variable?.typeRef, definitions) !== null;
  }

  _rename(column, from) {
    const { decision, definitions } = this._parts();
    const to = column.inputExpression?.text?.trim() ?? '';
    const path = to.split('.');
    if (to === from.trim() || !path.every((part) => NAME.test(part)) || WORDS.has(path[0])) {
      return;
    }
    const source = named(definitions, from.trim());
    const known = named(definitions, path[0]);
    if (!known && path.length === 1 && source?.$type === 'dmn:InputData' && needs(decision, source)) {
      this._set(renaming(definitions, source, to));
    } else if (!known || (known !== decision && !needs(decision, known))) {
      const inputType = path.length === 1 ? column.inputExpression.typeRef : undefined;
      this.commandStack.execute('q.need', { wish: { input: path[0], inputType } });
    }
  }

  _set(changes) {
    if (changes.length) {
      this.commandStack.execute('q.set', { changes });
    }
  }
}
KeepTogether.$inject = ['commandStack', 'sheet', 'eventBus'];

/** Lets the decision need a value that a column asks about, new or known. */
class NeedHandler extends AddInputHandler {
  preExecute() {}
}
NeedHandler.$inject = AddInputHandler.$inject;

class SetHandler {
  execute(context) {
    context.was = context.changes.map(({ element, properties }) => {
      const was = Object.fromEntries(Object.keys(properties).map((key) => [key, element.get(key)]));
      Object.entries(properties).forEach(([key, value]) => element.set(key, value));
      return { element, was };
    });
    return this._drawn(context);
  }

  revert(context) {
    [...context.was]
      .reverse()
      .forEach(({ element, was }) => Object.entries(was).forEach(([key, value]) => element.set(key, value)));
    return this._drawn(context);
  }

  /** What the table shows of it has ids. */
  _drawn({ changes }) {
    return changes
      .map(({ element }) => element)
      .filter(({ id, $type }) => id && ['dmn:UnaryTests', 'dmn:LiteralExpression'].includes($type));
  }
}

export default { __init__: ['keepTogether'], keepTogether: ['type', KeepTogether] };
