import './page.js';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BpmnModdle } from 'bpmn-moddle';
import { Loss } from '../../main/frontend/designer/fidelity.js';
import { withAnyId } from '../../main/frontend/designer/ids.js';
import { paired, same } from '../../main/frontend/designer/matching.js';
import { withOwnNames } from '../../main/frontend/designer/names.js';
import { readable, reading } from '../../main/frontend/designer/reading.js';
import { wordsOf } from '../../main/frontend/designer/texts.js';
import { lossOf, whyUnreadable } from '../../main/frontend/designer/trouble.js';
import { drawn, file, shape } from './bpmn.js';
import { textsIn } from './words.js';

const root = (xml) => new DOMParser().parseFromString(xml, 'text/xml').documentElement;
const ARROW = '<bpmn:startEvent id="s"/><bpmn:endEvent id="e"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="e"/>';

describe('A file that is read', () => {
  test('comes back as it was when the modeler can take all of it', async () => {
    const xml = file(ARROW, drawn(shape('s', 0), shape('e', 100)));

    const { file: read, drawn: shown, named } = await reading(xml);

    assert.equal(read, xml.replace(' encoding="UTF-8"', ''));
    assert.equal(shown, read);
    assert.equal(named(read), read);
  });

  test('with an id that stands twice has two ids', async () => {
    const { file: read } = await reading(file('<bpmn:task id="a"/><bpmn:task id="a"/><bpmn:task id="a_2"/>'));

    assert.deepEqual(
      [...read.matchAll(/task id="(.*?)"/g)].map(([, id]) => id),
      ['a', 'a_2', 'a_2_2'],
    );
  });

  test('keeps ids of other programs as often as they stand', async () => {
    const { file: read } = await reading(file('<x:a id="1"/><x:a id="1"/><bpmn:task id="1"/>', '', 'xmlns:x="urn:x"'));

    assert.equal(read.match(/id="1"/g).length, 3);
  });

  test('gets back a prefix that it uses for something else than the modeler does', async () => {
    const xml = file(
      '<bpmn:task id="a"><camunda:mine camunda:b="1"/></bpmn:task>',
      drawn(shape('a', 0)),
      'xmlns:camunda="urn:other"',
    );

    const { file: read, named } = await reading(xml);

    assert.match(read, /<camunda-1:mine camunda-1:b="1"\/>/);
    assert.match(named(read), /<camunda:mine camunda:b="1"\/>/);
  });

  test('without a drawing gets one', async () => {
    const shown = await readable(file(ARROW));

    assert.deepEqual(
      [...root(shown).getElementsByTagNameNS('*', 'BPMNShape')]
        .map((found) => found.getAttribute('bpmnElement'))
        .sort(),
      ['e', 's'],
    );
  });

  test('without a process is not changed', async () => {
    const xml = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>';

    assert.equal(await readable(xml), xml);
  });

  test('has of texts with markup in them the words alone', async () => {
    const xml = file(
      '<bpmn:textAnnotation id="n"><bpmn:text>One <b xmlns="urn:h">two</b></bpmn:text></bpmn:textAnnotation>',
      drawn(shape('n', 0)),
    );

    assert.match(await readable(xml), /<bpmn:text>One two<\/bpmn:text>/);
  });
});

describe('A reference to an element of the same file', () => {
  test('is its id alone, and one to another file stays', () => {
    const named = withOwnNames(
      file(
        '<bpmn:startEvent id="s"><bpmn:outgoing>o:f</bpmn:outgoing></bpmn:startEvent>' +
          '<bpmn:sequenceFlow id="f" sourceRef="o:s" targetRef="z:e"/>',
        '',
        'xmlns:o="urn:ours" xmlns:z="urn:theirs"',
      ),
    );

    assert.match(named, />f<\/bpmn:outgoing>/);
    assert.match(named, /sourceRef="s" targetRef="z:e"/);
  });
});

describe('An id', () => {
  const warned = async (id) => {
    const moddle = new BpmnModdle();
    withAnyId({ get: () => moddle });
    const { warnings, elementsById } = await moddle.fromXML(file(`<bpmn:task id="${id}"/>`));
    return [warnings.length, id in elementsById];
  };

  test('may have letters of all languages, and a digit at its begin', async () => {
    assert.deepEqual(await Promise.all(['Прием', 'señal', '1a', '顧客.1-b'].map(warned)), Array(4).fill([0, true]));
  });

  test('with a space in it is still none', async () => {
    assert.deepEqual(await warned('a b'), [1, false]);
  });
});

describe('What a file loses when the modeler writes it', () => {
  const extras = '<x:note xmlns:x="urn:x" who="me">kept</x:note>';
  const original = file(`<bpmn:task id="a" name="A" color="red">${extras}</bpmn:task><bpmn:task id="b"/>`);
  const written = file('<bpmn:task id="a" name="A"/><bpmn:task id="b"/>');

  test('is nothing when it writes the same', () => {
    assert.equal(Loss.between(original, original), null);
    assert.equal(Loss.between(written, written.replaceAll('\n', '\n\n')), null);
  });

  test('is put back into what is written later', () => {
    const restored = Loss.between(original, written).restored(written.replace('name="A"', 'name="Anew"'));

    const [task] = root(restored).getElementsByTagNameNS('*', 'task');
    assert.deepEqual(
      ['name', 'color'].map((name) => task.getAttribute(name)),
      ['Anew', 'red'],
    );
    assert.equal(task.getElementsByTagNameNS('urn:x', 'note')[0].textContent, 'kept');
  });

  test('stays lost with the element that somebody deleted', () => {
    const restored = Loss.between(original, written).restored(written.replace('<bpmn:task id="a" name="A"/>', ''));

    assert.doesNotMatch(restored, /urn:x|red/);
  });

  test('gives way to what somebody changed since', () => {
    const loss = Loss.between(original.replace('name="A"', 'name="Old"'), written);

    assert.match(loss.restored(written), /name="Old"/);
    assert.match(loss.restored(written.replace('name="A"', 'name="New"')), /name="New"/);
  });

  test('is not looked for in what is no file', () => {
    assert.equal(Loss.between('<a', written), null);
  });
});

describe('Elements of two writings', () => {
  const children = (xml) => [...root(xml).children];
  const pairs = (one, other) =>
    [...paired(children(one), children(other))]
      .map(([a, b]) => `${a.getAttribute('was')}-${b.getAttribute('is')}`)
      .sort();

  test('belong together by what names them, whatever their order', () => {
    assert.deepEqual(
      pairs('<r><p name="x" was="1"/><p name="y" was="2"/></r>', '<r><p name="y" is="2"/><p name="x" is="1"/></r>'),
      ['1-1', '2-2'],
    );
  });

  test('without names belong together by what they say', () => {
    const [ones, others] = [
      '<r><p v="1"><q/></p><p v="2"><q/></p></r>',
      '<r><p v="2"><q/></p><p v="1"><q/></p></r>',
    ].map(children);

    const found = [...paired(ones, others)].map((pair) => pair.map((element) => element.getAttribute('v')));

    assert.deepEqual(found, [
      ['1', '1'],
      ['2', '2'],
    ]);
  });

  test('without anything to tell them apart belong together in their order, as long as there are as many', () => {
    assert.deepEqual(pairs('<r><p was="1">a</p><p was="2">b</p></r>', '<r><p is="1">c</p><p is="2">d</p></r>'), [
      '1-1',
      '2-2',
    ]);
    assert.deepEqual(pairs('<r><p was="1">a</p><p was="2">b</p></r>', '<r><p is="1">b</p></r>'), ['2-1']);
  });

  test('say the same whatever stands between them and in which order their attributes are', () => {
    const [one, other] = ['<r a="1" b="2"><p/>text</r>', '<r b="2" a="1">\n  <p/>\n  text<!-- nothing --></r>'].map(
      root,
    );

    assert.ok(same(one, other));
    assert.ok(!same(one, root('<r a="1" b="2"><p/>other</r>')));
    assert.ok(!same(one, root('<r a="1" b="2" c="3"><p/>text</r>')));
  });
});

describe('A complaint of the reader', () => {
  const words = wordsOf(textsIn('Board'));

  test('keeps the file from being changed when something would be lost', () => {
    assert.match(
      lossOf([{ message: 'unparsable content <x> detected\nline: 3' }], words),
      /can’t be read here: unparsable content <x> detected\./,
    );
  });

  test('about the drawing or about names of others keeps it from nothing', () => {
    assert.equal(
      lossOf(
        [{ message: 'unknown attribute <a:b>' }, { message: 'no bpmnElement referenced in <bpmndi:BPMNShape />' }],
        words,
      ),
      null,
    );
  });

  test('is told once, in short, and no more than three of them', () => {
    const told = lossOf(
      ['a', 'a', 'b'.repeat(200), 'c', 'd'].map((message) => ({ message })),
      words,
    );

    assert.ok(told.includes(`: a; ${'b'.repeat(160)}…; c; ….`), told);
  });

  test('that there is no process is told in other words than that nothing can be read', () => {
    assert.equal(whyUnreadable({ message: 'no process or collaboration to display' }, words), words('read.nothing'));
    assert.equal(whyUnreadable({ message: 'failed\nat line 1' }, words), words('read.unreadable', { what: 'failed' }));
  });
});
