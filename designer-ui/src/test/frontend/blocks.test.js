import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BpmnModdle } from 'bpmn-moddle';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import Blocks, { exitCode, sampleOf, summarised } from '../../main/frontend/designer/features/blocks/Blocks.js';
import { iconOf, iconSvg } from '../../main/frontend/designer/icons.js';

/** A block of a set that no release has, as the server describes it. */
const STOCK = {
  key: 'trial-stock',
  template: 'qliento.trial-stock',
  type: 'bpmn:ServiceTask',
  group: 'do',
  label: 'Look into the stock',
  plain: false,
  usual: false,
  awaits: 'NOTHING',
  icon: 'warehouse',
  summary: '{article!} → {left}',
  exits: [{ code: 'qliento.sold-out', label: 'When it is sold out', needed: true }],
  parameters: [
    { name: 'article', kind: 'LINE', defaultValue: '' },
    { name: 'left', kind: 'ANSWER_NAME', defaultValue: '' },
  ],
};
const moddle = new BpmnModdle({ camunda });

function element(type, template, settings = {}) {
  const businessObject = moddle.create(type, { 'camunda:modelerTemplate': template });
  const values = Object.entries(settings).map(([name, value]) => moddle.create('camunda:Property', { name, value }));
  businessObject.extensionElements = moddle.create('bpmn:ExtensionElements', {
    values: [moddle.create('camunda:Properties', { values })],
  });
  return { businessObject };
}

function blocks(...all) {
  const made = new Blocks({ fire: () => {} });
  made.set(all);
  return made;
}

describe('A block that the board was not made for', () => {
  const known = blocks(STOCK);
  const stock = element('bpmn:ServiceTask', 'qliento.trial-stock', { article: 'A7', left: 'left' });

  test('is known by its template, and says in short what its type says', () => {
    assert.equal(known.of(stock), STOCK);
    assert.equal(known.summary(stock), 'A7 → left');
    assert.equal(known.keeps(stock), 'left');
    assert.equal(known.asks(stock), false);
    assert.deepEqual(known.choices(stock), []);
  });

  test('has a neutral icon that is seen, when the board has none of its name', () => {
    assert.equal(iconOf(STOCK), 'block');
    assert.equal(iconOf(undefined), 'block');
    assert.match(iconSvg('warehouse'), /^<svg.*<rect/s);
    assert.equal(iconSvg('constructor'), iconSvg('block'));
  });

  test('shows by its sample how it may look', () => {
    assert.equal(sampleOf({ ...STOCK, sample: { article: 'B9', left: 'rest' } }), 'B9 → rest');
    assert.equal(sampleOf({ ...STOCK, sample: {} }), '');
  });

  test('asks only when its type waits for the customer', () => {
    assert.equal(blocks({ ...STOCK, awaits: 'CUSTOMER' }).asks(stock), true);
  });
});

describe('The board', () => {
  const TEXT = {
    key: 'say',
    type: 'bpmn:SendTask',
    group: 'say',
    parameters: [{ name: 'words', kind: 'TEXT', splits: true }],
  };
  const LIST = { key: 'menu', type: 'bpmn:SendTask', group: 'say', parameters: [{ name: 'rows', kind: 'ROWS' }] };
  const END = { key: 'over', type: 'bpmn:EndEvent', group: 'end', plain: true, parameters: [] };

  test('finds the blocks it adds by itself by what they are, whatever their keys', () => {
    const known = blocks(LIST, TEXT, END);

    assert.deepEqual(known.saying('Hi'), { block: TEXT, values: { words: 'Hi' } });
    assert.equal(known.listing(), LIST);
    assert.equal(known.plain('bpmn:EndEvent'), END);
  });

  test('knows an exit by the code of its error', () => {
    const event = (errorCode) =>
      moddle.create('bpmn:BoundaryEvent', {
        eventDefinitions: [
          moddle.create('bpmn:ErrorEventDefinition', {
            errorRef: moddle.create('bpmn:Error', { errorCode }),
          }),
        ],
      });

    assert.equal(exitCode(event('qliento.sold-out')), 'qliento.sold-out');
    assert.equal(exitCode(moddle.create('bpmn:BoundaryEvent')), undefined);
  });
});

describe('A summary', () => {
  const of = (pattern, values) => summarised(pattern, (name) => values[name] ?? '');

  test('leaves out parts without a value, and parts without the value that is needed', () => {
    assert.equal(of('{file} · {caption}', { file: 'cat.png', caption: 'Our cat' }), 'cat.png · Our cat');
    assert.equal(of('{file} · {caption}', { caption: 'Our cat' }), 'Our cat');
    assert.equal(of('{name!} = {value}', { name: 'total', value: '1 + 1' }), 'total = 1 + 1');
    assert.equal(of('{name!} = {value}', { value: '1 + 1' }), '');
    assert.equal(of('', {}), '');
  });

  test('shows values as they are, braces and all', () => {
    assert.equal(of('{text}', { text: 'Hi {{ contact.name }} $& {file}' }), 'Hi {{ contact.name }} $& {file}');
  });
});
