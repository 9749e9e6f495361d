import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BpmnModdle } from 'bpmn-moddle';
import Blocks from '../../main/frontend/designer/features/blocks/Blocks.js';
import { differences } from '../../main/frontend/designer/differences.js';
import { wordsOf } from '../../main/frontend/designer/texts.js';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import { drawn, file, shape } from './bpmn.js';
import { textsIn } from './words.js';

const TEXT = {
  key: 'text',
  template: 'q.text',
  type: 'bpmn:SendTask',
  label: 'Text',
  plain: false,
  icon: 'text',
  summary: '',
  awaits: 'NOTHING',
  exits: [],
  parameters: [{ name: 'text', label: 'What it says', kind: 'TEXT', defaultValue: '' }],
};
const CAMUNDA = 'xmlns:camunda="http://camunda.org/schema/1.0/bpmn"';

/** What a viewer says of a file, without drawing it. */
async function viewer(xml) {
  const { rootElement, elementsById } = await new BpmnModdle({ camunda }).fromXML(xml);
  const elements = new Map(
    Object.values(elementsById)
      .filter(({ $type }) => /^bpmn:(?!Definitions)/.test($type))
      .map((businessObject) => [businessObject.id, { id: businessObject.id, businessObject }]),
  );
  elements.forEach((element) => {
    const { sourceRef, targetRef } = element.businessObject;
    Object.assign(element, { source: elements.get(sourceRef?.id), target: elements.get(targetRef?.id) });
  });
  const blocks = new Blocks({ fire: () => {} });
  blocks.set([TEXT]);
  const parts = {
    blocks,
    elementRegistry: { get: (id) => elements.get(id), forEach: (each) => elements.forEach((element) => each(element)) },
  };
  return { getDefinitions: () => rootElement, get: (name) => parts[name] };
}

const said = async (before, after) =>
  differences(...(await Promise.all([before, after].map(viewer))), wordsOf(textsIn('Board'))).map(
    ({ kind, id, what, from, to }) => [kind, id, what, from, to].filter(Boolean),
  );

const text = (
  words,
  name = '',
) => `<bpmn:sendTask id="t" ${name && `name="${name}"`} camunda:modelerTemplate="q.text"><bpmn:extensionElements><camunda:properties>
  <camunda:property name="text" value="${words}"/></camunda:properties></bpmn:extensionElements></bpmn:sendTask>`;
const flow = (process, x = 0) => file(process, drawn(shape('t', x)), CAMUNDA);

describe('Two drawings', () => {
  test('that say the same have no differences', async () => {
    assert.deepEqual(await said(flow(text('Hi')), flow(text('Hi'))), []);
  });

  test('differ in what a block says, told by the name of its setting', async () => {
    assert.deepEqual(await said(flow(text('Hi')), flow(text('Hello'))), [
      ['changed', 't', 'Text: What it says', 'Hi', 'Hello'],
    ]);
  });

  test('differ in what is new and what is gone', async () => {
    assert.deepEqual(
      await said(flow(`${text('Hi')}<bpmn:endEvent id="e"/>`), flow(`${text('Hi')}<bpmn:task id="n" name="New one"/>`)),
      [
        ['added', 'n', 'New: New one'],
        ['removed', 'e', 'Gone: EndEvent'],
      ],
    );
  });

  test('differ in where an arrow goes, and not in the steps that it joins', async () => {
    const end = (id, name, to) =>
      `<bpmn:endEvent id="${id}" name="${name}">${to === id ? '<bpmn:incoming>f</bpmn:incoming>' : ''}</bpmn:endEvent>`;
    const arrow = (to) =>
      flow(`${text('Hi', 'Greet')}${end('e', 'End', to)}${end('o', 'Other', to)}
      <bpmn:sequenceFlow id="f" sourceRef="t" targetRef="${to}"/>`);

    assert.deepEqual(await said(arrow('e'), arrow('o')), [
      [
        'changed',
        'f',
        'arrow from “Greet” to “Other”: Arrow',
        'arrow from “Greet” to “End”',
        'arrow from “Greet” to “Other”',
      ],
    ]);
  });

  test('differ in where a block stands', async () => {
    assert.deepEqual(await said(flow(text('Hi')), flow(text('Hi'), 200)), [['moved', 't', 'Moved: Text']]);
  });

  test('differ in the name once, although the block moved too', async () => {
    assert.deepEqual(await said(flow(text('Hi', 'Greet')), flow(text('Hi', 'Welcome'), 200)), [
      ['changed', 't', 'Welcome: Name on the canvas', 'Greet', 'Welcome'],
    ]);
  });
});
