import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DmnModdle } from 'dmn-moddle';
import CommandStack from 'diagram-js/lib/command/CommandStack';
import EventBus from 'diagram-js/lib/core/EventBus';
import keepTogether from '../../main/frontend/designer/decision/keep-together.js';
import { contradicts, kindOf, renamed, resultOf, together } from '../../main/frontend/designer/decision/types.js';
import { asKnown } from '../../main/frontend/designer/decision/versions.js';

const SPACE = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
const model = ({ policy = 'UNIQUE', variable = 'number', output = 'number', asked = 'number', said = 'number' } = {}) =>
  `<definitions xmlns="${SPACE}" id="m" name="m" namespace="urn:m">
  <itemDefinition id="i" name="tMoney"><typeRef>number</typeRef></itemDefinition>
  <itemDefinition id="j" name="tList" isCollection="true"><typeRef>number</typeRef></itemDefinition>
  <inputData id="age" name="age"><variable id="av" name="age" typeRef="${said}"/></inputData>
  <decision id="d" name="Price"><variable id="dv" name="Price" typeRef="${variable}"/>
    <informationRequirement id="r"><requiredInput href="#age"/></informationRequirement>
    <decisionTable id="t" ${policy}>
      <input id="c"><inputExpression id="ce" typeRef="${asked}"><text>age</text></inputExpression></input>
      <output id="o" name="p" typeRef="${output}"/>
      <rule id="u"><inputEntry id="ue"><text>&gt; age</text></inputEntry><outputEntry id="ux"><text>age + "age"</text></outputEntry></rule>
    </decisionTable></decision></definitions>`.replace(policy, policy.includes('=') ? policy : `hitPolicy="${policy}"`);

async function read(given) {
  const moddle = new DmnModdle();
  const { rootElement: definitions } = await moddle.fromXML(model(given), 'dmn:Definitions');
  const decision = definitions.drgElement.find(({ id }) => id === 'd');
  return { moddle, definitions, decision, table: decision.decisionLogic, column: decision.decisionLogic.input[0] };
}

describe('A type', () => {
  test('is what it is built on, and no single one when it is a list', async () => {
    const { definitions } = await read();

    assert.deepEqual(
      ['tMoney', 'feel:string', 'date and time', 'tList', 'unknown', undefined].map((type) =>
        kindOf(type, definitions),
      ),
      ['number', 'string', 'dateTime', null, null, null],
    );
  });

  test('of a result is the one of the only output, a number when it is counted, and none for lists', async () => {
    const of = async (policy) => resultOf((await read({ policy, output: 'string' })).table);

    assert.equal(await of('UNIQUE'), 'string');
    assert.equal(await of('RULE ORDER'), undefined);
    assert.equal(await of('hitPolicy="COLLECT"'), undefined);
    assert.equal(await of('hitPolicy="COLLECT" aggregation="COUNT"'), 'number');
  });

  test('that a decision says and its table does not give is a contradiction', async () => {
    const of = async (given) => {
      const { decision, table, definitions } = await read(given);
      return contradicts(decision, table, definitions);
    };

    assert.equal(await of({}), false);
    assert.equal(await of({ variable: 'tMoney' }), false);
    assert.equal(await of({ variable: 'string' }), true);
    assert.equal(await of({ policy: 'RULE ORDER' }), true);
    assert.equal(await of({ output: 'tList' }), false);
  });

  test('that came apart is brought together as the table says', async () => {
    const { definitions, decision } = await read({ variable: 'string', asked: 'date' });

    assert.deepEqual(
      together(definitions, decision).map(({ element, properties }) => [element.id, properties.typeRef]),
      [
        ['dv', 'number'],
        ['av', 'date'],
      ],
    );
  });
});

describe('A name in FEEL', () => {
  test('is another one wherever it is meant, not in quotes, behind a dot or inside of other names', () => {
    assert.equal(
      renamed('age + "age" + my.age + ages - age.x', 'age', 'years'),
      'years + "age" + my.age + ages - years.x',
    );
  });

  test('of several words is found whatever space parts them', () => {
    assert.equal(renamed('the  age > 1', 'the age', 'years'), 'years > 1');
  });
});

describe('A table', () => {
  /** The parts of a board that it needs, the stack of commands being the real one. */
  async function opened(given) {
    const found = await read(given);
    const bus = new EventBus();
    const stack = new CommandStack(bus, {
      instantiate: (Handler) => new Handler(...(Handler.$inject ?? []).map(() => found.moddle)),
    });
    const sheet = { getRoot: () => ({ businessObject: found.table }) };
    const [, KeepTogether] = keepTogether.keepTogether;
    const together = new KeepTogether(stack, sheet, bus);
    stack.register('element.updateProperties', {
      execute(context) {
        const { element, properties } = context;
        context.oldProperties = Object.fromEntries(Object.keys(properties).map((key) => [key, element.get(key)]));
        Object.entries(properties).forEach(([key, value]) => element.set(key, value));
        return [];
      },
      revert({ element, oldProperties }) {
        Object.entries(oldProperties).forEach(([key, value]) => element.set(key, value));
        return [];
      },
    });
    bus.fire('table.init');
    return {
      ...found,
      bus,
      stack,
      together,
      change: (element, properties) => stack.execute('element.updateProperties', { element, properties }),
    };
  }

  const types = ({ decision, definitions, column }) => [
    decision.variable.typeRef,
    definitions.drgElement[0].variable.typeRef,
    column.inputExpression.typeRef,
  ];

  test('whose column gets another type gives it to what the column asks about, as one step', async () => {
    const board = await opened();

    board.change(board.column.inputExpression, { typeRef: 'date' });
    assert.deepEqual(types(board), ['number', 'date', 'date']);

    board.stack.undo();
    assert.deepEqual(types(board), ['number', 'number', 'number']);
  });

  test('whose output gets another type gives it to the result of its decision', async () => {
    const board = await opened();

    board.change(board.table.output[0], { typeRef: 'string' });

    assert.deepEqual(types(board), ['string', 'number', 'number']);
  });

  test('whose column asks by another name renames what it asks about, when the menu is closed', async () => {
    const board = await opened();

    board.bus.fire('contextMenu.open');
    board.change(board.column.inputExpression, { text: 'years' });
    assert.equal(board.definitions.drgElement[0].name, 'age');
    board.bus.fire('contextMenu.close');

    const [rule] = board.table.rule;
    assert.deepEqual(
      [board.definitions.drgElement[0].name, rule.inputEntry[0].text, rule.outputEntry[0].text],
      ['years', '> years', 'years + "age"'],
    );
    board.stack.undo();
    assert.deepEqual([board.definitions.drgElement[0].name, rule.inputEntry[0].text], ['age', '> age']);
  });

  test('whose column asks by what is no name renames nothing', async () => {
    const board = await opened();

    board.change(board.column.inputExpression, { text: 'age + 1' });

    assert.equal(board.definitions.drgElement[0].name, 'age');
  });

  test('that came apart elsewhere is repaired as one step', async () => {
    const board = await opened({ variable: 'string', asked: 'date' });

    board.together.repair();
    assert.deepEqual(types(board), ['number', 'date', 'date']);

    board.stack.undo();
    assert.deepEqual(types(board), ['string', 'number', 'date']);
  });
});

describe('A model', () => {
  const newer = (body) => `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/">${body}</definitions>`;

  test('of DMN 1.3 is read as it is', async () => {
    assert.deepEqual(await asKnown(model()), { xml: model(), lost: false });
  });

  test('of a newer DMN is read as 1.3, and loses what 1.3 does not know', async () => {
    assert.deepEqual(await asKnown(newer('<decision id="d"/>')), {
      xml: `<definitions xmlns="${SPACE}"><decision id="d"/></definitions>`,
      lost: false,
    });
    assert.equal((await asKnown(newer('<conditional id="c"/>'))).lost, true);
    assert.equal((await asKnown(newer('<decision id="d"/>'))).lost, false);
  });

  test('of DMN 1.1 is brought to 1.3', async () => {
    const { xml, lost } = await asKnown(
      '<definitions xmlns="http://www.omg.org/spec/DMN/20151101/dmn.xsd" id="m" name="m" namespace="urn:m"/>',
    );

    assert.ok(xml.includes(SPACE) && !lost);
  });
});
