const SHAPE = { width: 125, height: 45 };
const GAP = 35;

/**
 * What a table can be given beyond what its board offers, each as one step to undo: a column with all that belongs to
 * it, and a row for values that somebody has at hand.
 *
 * Fires `table.ask-input` when a person wants a column and has not said yet what about.
 */
class TableTools {
  constructor(commandStack, sheet, selection, eventBus, editorActions, decisionTableEditorActions) {
    // It registers the action that is replaced here, so it has to be made first.
    this.after = decisionTableEditorActions;
    this.commandStack = commandStack;
    this.sheet = sheet;
    this.selection = selection;
    eventBus.on('table.init', () => {
      commandStack.registerHandler('q.input.add', AddInputHandler);
      commandStack.registerHandler('q.example.add', AddExampleHandler);
    });
    editorActions.unregister('addInput');
    editorActions.register({ addInput: () => eventBus.fire('table.ask-input') });
  }

  /**
   * Adds a column that asks about a value.
   *
   * @param {{ expression: string, input: string, inputType?: string, label: string, type: string, values: string[] }} wish
   *   input is the name of the value that the expression begins with; values are FEEL texts, none for any
   */
  addInput(wish) {
    const context = { wish };
    this.commandStack.execute('q.input.add', context);
    this._show(context.col.cells[0]);
  }

  /**
   * Adds a row that these values meet.
   *
   * @param {{ given: Record<string, string>, decided: Record<string, string>, above?: string }} example FEEL texts by
   *   the expression of the column and by the name of the output, or without a name for the only one; above is the row
   *   it goes before where the first that fits decides, else it is the last
   */
  addExample(example) {
    const context = { example };
    this.commandStack.execute('q.example.add', context);
    const { cells } = context.row;
    this._show(cells.find(({ col }) => col.businessObject.$type === 'dmn:OutputClause') ?? cells[0]);
  }

  _show(cell) {
    if (cell) {
      this.selection.select(cell);
    }
  }
}
TableTools.$inject = ['commandStack', 'sheet', 'selection', 'eventBus', 'editorActions', 'decisionTableEditorActions'];

/** A column with what it asks about; see `TableTools.addInput`. */
export class AddInputHandler {
  constructor(modeling, sheet, moddle) {
    Object.assign(this, { modeling, sheet, moddle });
  }

  preExecute(context) {
    const { expression, label, type, values } = context.wish;
    const table = this.sheet.getRoot().businessObject;
    context.col = this.modeling.addCol({ type: 'dmn:InputClause' }, table.get('input').length);
    const clause = context.col.businessObject;
    this.modeling.editInputExpression(clause.inputExpression, { text: expression, typeRef: type });
    if (label) {
      this.modeling.updateProperties(clause, { label });
    }
    if (values.length) {
      this.modeling.editAllowedValues(clause, values);
    }
  }

  /** The value itself, that the decision needs it, and both in the diagram. */
  execute(context) {
    const decision = this.sheet.getRoot().businessObject.$parent;
    context.parts ??= this._parts(decision, context.wish);
    context.parts.forEach(({ list, part }) => list.push(part));
    return [];
  }

  revert(context) {
    context.parts.forEach(({ list, part }) => list.splice(list.indexOf(part), 1));
    return [];
  }

  _parts(decision, { input, inputType }) {
    const definitions = decision.$parent;
    const elements = definitions.get('drgElement');
    const known = elements.find(
      (element) => element.name === input && ['dmn:InputData', 'dmn:Decision'].includes(element.$type),
    );
    const data =
      known ??
      this._make(
        'dmn:InputData',
        {
          name: input,
          variable: this._make('dmn:InformationItem', { name: input, ...(inputType ? { typeRef: inputType } : {}) }),
        },
        definitions,
      );
    if (data.variable && !known) {
      data.variable.$parent = data;
    }
    const needs = decision.get('informationRequirement');
    const reference = `#${data.id}`;
    const parts = known ? [] : [{ list: elements, part: data }];
    if (needs.some(({ requiredInput, requiredDecision }) => (requiredInput ?? requiredDecision)?.href === reference)) {
      return parts;
    }
    const target = this.moddle.create('dmn:DMNElementReference', { href: reference });
    const need = this._make(
      'dmn:InformationRequirement',
      { [data.$type === 'dmn:Decision' ? 'requiredDecision' : 'requiredInput']: target },
      decision,
    );
    target.$parent = need;
    return [...parts, { list: needs, part: need }, ...this._shapes(definitions, decision, data, need, !known)];
  }

  /** Nothing when the model has no diagram: it gets one when it is drawn. */
  _shapes(definitions, decision, data, need, isNew) {
    const list = definitions.dmnDI?.get('diagrams')?.[0]?.get('diagramElements');
    const shapeOf = (element) => list?.find(({ dmnElementRef }) => dmnElementRef?.id === element.id)?.bounds;
    const to = list && shapeOf(decision);
    if (!to) {
      return [];
    }
    const parts = [];
    let from = shapeOf(data);
    if (isNew) {
      from = this.moddle.create('dc:Bounds', this._place(list, to));
      parts.push(this._make('dmndi:DMNShape', { dmnElementRef: data, bounds: from }, list));
    }
    if (from) {
      const middle = from.x + from.width / 2;
      const end = Math.min(Math.max(middle, to.x + 20), to.x + to.width - 20);
      const waypoint = [
        [middle, from.y],
        [end, to.y + to.height + 20],
        [end, to.y + to.height],
      ].map(([x, y]) => this.moddle.create('dc:Point', { x: Math.round(x), y: Math.round(y) }));
      parts.push(this._make('dmndi:DMNEdge', { dmnElementRef: need, waypoint }, list));
    }
    return parts.map((part) => ({ list, part }));
  }

  /** Below the decision, right of all that is there. */
  _place(list, decision) {
    const y = decision.y + decision.height + 80;
    const below = list.map(({ bounds }) => bounds).filter((bounds) => bounds && bounds.y + bounds.height > y);
    const x = below.length ? Math.max(...below.map((bounds) => bounds.x + bounds.width)) + GAP : decision.x;
    return { ...SHAPE, x: Math.round(x), y: Math.round(y) };
  }

  _make(type, attributes, parent) {
    const made = this.moddle.create(type, attributes);
    made.id = this.moddle.ids.nextPrefixed(`${type.replace(/^\w+:/, '')}_`, made);
    made.$parent = parent;
    return made;
  }
}
AddInputHandler.$inject = ['modeling', 'sheet', 'moddle'];

class AddExampleHandler {
  constructor(modeling, sheet) {
    Object.assign(this, { modeling, sheet });
  }

  preExecute(context) {
    const { given, decided, above } = context.example;
    const root = this.sheet.getRoot();
    const before =
      above && root.businessObject.hitPolicy === 'FIRST'
        ? root.rows.findIndex((row) => row.businessObject.id === above)
        : -1;
    context.row = this.modeling.addRow({ type: 'dmn:DecisionRule' }, before < 0 ? root.rows.length : before);
    const only = root.businessObject.get('output').length === 1;
    context.row.cells.forEach((cell) => {
      const clause = cell.col.businessObject;
      const text =
        clause.$type === 'dmn:InputClause'
          ? given[clause.inputExpression?.text?.trim()]
          : decided[only ? '' : clause.name];
      if (text !== undefined) {
        this.modeling.editCell(cell.businessObject, text);
      }
    });
  }

  execute() {
    return [];
  }

  revert() {
    return [];
  }
}
AddExampleHandler.$inject = ['modeling', 'sheet'];

export default { __init__: ['tableTools'], tableTools: ['type', TableTools] };
