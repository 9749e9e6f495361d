import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { layout } from '../../main/frontend/designer/features/tidy-up/layout.js';
import { Ranks } from '../../main/frontend/designer/features/tidy-up/ranks.js';

/** Steps and ways of `a-b b-c`; a way from a border is written `a!0-b`. */
const flow = (text) => {
  const ways = text.split(' ').map((word, i) => {
    const [, from, border, to] = /^(\w+)(?:!(\d))?-(\w+)$/.exec(word);
    return { id: `w${i}`, from, to, border: border === undefined ? null : { at: Number(border), x: 20 + 40 * border } };
  });
  const ids = [...new Set(ways.flatMap(({ from, to }) => [from, to]))];
  return { steps: ids.map((id) => ({ id, width: 100, height: 80 })), ways };
};

const ranks = (text) => {
  const { steps, ways } = flow(text);
  const { column, row } = new Ranks(
    steps.map(({ id }) => id),
    ways.map((way) => ({ ...way, border: way.border?.at ?? null })),
  );
  return Object.fromEntries(steps.map(({ id }) => [id, `${column.get(id)}/${row.get(id)}`]));
};

const tidied = (text) => {
  const { steps, ways } = flow(text);
  return { steps, ways, ...layout(steps, ways) };
};

describe('A flow that is tidied up', () => {
  test('goes to the right, its first way straight on and others below', () => {
    assert.deepEqual(ranks('a-b b-c b-d'), { a: '0/0', b: '1/0', c: '2/0', d: '2/1' });
  });

  test('has each step right of all that lead to it', () => {
    assert.deepEqual(ranks('a-b b-c a-c'), { a: '0/0', b: '1/0', c: '2/0' });
    assert.equal(ranks('a-d d-e a-b b-c c-e').e.split('/')[0], '3');
  });

  test('goes on although an arrow leads back', () => {
    assert.deepEqual(ranks('a-b b-c c-a c-d'), { a: '0/0', b: '1/0', c: '2/0', d: '3/0' });
  });

  test('has what leaves a border below the ordinary ways, the right one first', () => {
    assert.deepEqual(ranks('a-b a!0-c a!1-d'), { a: '0/0', b: '1/0', c: '1/2', d: '1/1' });
  });

  test('has flows that do not belong together below each other', () => {
    assert.deepEqual(ranks('a-b c-d'), { a: '0/0', b: '1/0', c: '0/1', d: '1/1' });
  });

  test('of hundreds of steps in a row is laid out too', () => {
    const text = Array.from({ length: 800 }, (_, i) => `s${i}-s${i + 1}`).join(' ');

    assert.equal(ranks(text).s800, '800/0');
  });

  const GRAPHS = [
    'a-b b-c b-d c-e d-e',
    'a-b b-a',
    'a-a a-b',
    'a-b b-c c-d d-b b-e a!0-f f-b a!1-e',
    'a-d b-d c-d d-e d-f d-g g-a e-c',
    'a-b a-c b-d c-e a-e',
  ];

  for (const text of GRAPHS) {
    test(`has no step upon another: ${text}`, () => {
      const { steps, places } = tidied(text);

      const boxes = steps.map(({ id }) => places.get(id));
      boxes.forEach((one, i) =>
        boxes
          .slice(i + 1)
          .forEach((other) =>
            assert.ok(
              Math.abs(one.x - other.x) >= 100 || Math.abs(one.y - other.y) >= 80,
              JSON.stringify([one, other]),
            ),
          ),
      );
    });

    test(`has arrows from their step to their step, straight and through no other: ${text}`, () => {
      const { ways, places, lines } = tidied(text);
      const inside = ({ x, y }, id) =>
        x >= places.get(id).x && x <= places.get(id).x + 100 && y >= places.get(id).y && y <= places.get(id).y + 80;

      for (const { id, from, to } of ways) {
        const { points } = lines.get(id);
        assert.ok(inside(points[0], from) && inside(points.at(-1), to), id);
        points.slice(1).forEach((point, i) => {
          assert.ok(point.x === points[i].x || point.y === points[i].y, `${id} has a slope`);
          const middle = { x: (point.x + points[i].x) / 2, y: (point.y + points[i].y) / 2 };
          [...places.keys()]
            .filter((other) => other !== from && other !== to)
            .forEach((other) => assert.ok(!inside(middle, other), `${id} goes through ${other}`));
        });
      }
    });
  }

  test('leaves room for the words of an arrow', () => {
    const { steps, ways } = flow('a-b');
    const gap = (label) => layout(steps, [{ ...ways[0], label }]).places.get('b').x;

    assert.ok(gap(120) > gap(0) + 40);
  });
});
