/**
 * Which column and which row each step of a flow stands in. A flow goes to the right; its first way goes straight on,
 * other ways go below, and what leaves a step at its border (after a time, with an error) goes below those.
 *
 * @typedef {{id: string, from: string, to: string, border: number | null}} Way border tells where at the border of its
 *   step a way begins, counted from the left; null when it is the step's ordinary way on
 */
export class Ranks {
  /**
   * @param {string[]} steps in the order they are looked at; starts first
   * @param {Way[]} ways in the order they are looked at
   */
  constructor(steps, ways) {
    this.steps = steps;
    this.ways = ways;
    this.out = grouped(ways, ({ from }) => from);
    /** Ways that go back to where they came from. */
    this.back = new Set();
    /** Each before all that it leads to; and as they are met on the way. */
    this.order = [];
    this.met = [];
    this._walk();
    this.column = this._columns();
    this.parent = this._parents();
    this.row = this._rows();
    this.taken = new Set(steps.map((id) => `${this.column.get(id)} ${this.row.get(id)}`));
  }

  /** Whether a way is the one by which its step got its place. */
  leads(way) {
    return this.parent.get(way.to) === way;
  }

  /** Whether nothing stands in a row between two columns. */
  free(row, from, to) {
    for (let column = from + 1; column < to; column++) {
      if (this.taken.has(`${column} ${row}`)) {
        return false;
      }
    }
    return true;
  }

  /** Depth first, without recursion: a flow may have hundreds of steps in a row. */
  _walk() {
    const state = new Map();
    const entered = new Set(this.ways.filter(({ from, to }) => from !== to).map(({ to }) => to));
    const roots = [...this.steps.filter((id) => !entered.has(id)), ...this.steps];
    for (const root of roots.filter((id) => !state.has(id))) {
      const open = [];
      const enter = (id) => {
        state.set(id, 'open');
        this.met.push(id);
        open.push({ id, next: 0 });
      };
      if (!state.has(root)) {
        enter(root);
      }
      while (open.length > 0) {
        const top = open.at(-1);
        const way = this.out.get(top.id)?.[top.next++];
        if (!way) {
          state.set(top.id, 'left');
          this.order.unshift(top.id);
          open.pop();
        } else if (state.get(way.to) === 'open') {
          this.back.add(way);
        } else if (!state.has(way.to)) {
          enter(way.to);
        }
      }
    }
  }

  _columns() {
    const column = new Map(this.steps.map((id) => [id, 0]));
    this.order.forEach((id) =>
      this._onward(id).forEach(({ to }) => column.set(to, Math.max(column.get(to), column.get(id) + 1))),
    );
    return column;
  }

  _onward(id) {
    return (this.out.get(id) ?? []).filter((way) => !this.back.has(way));
  }

  /** Of those that lead here from the column before, the first; an ordinary way goes before one from a border. */
  _parents() {
    const parent = new Map();
    const near = ({ from, to }) => this.column.get(from) === this.column.get(to) - 1;
    const all = this.met.flatMap((id) => this._onward(id)).filter(near);
    [...all.filter(({ border }) => border === null), ...all].forEach(
      (way) => parent.has(way.to) || parent.set(way.to, way),
    );
    return parent;
  }

  /** Each step below what was placed before it, as near as its own and all that follow it allow. */
  _rows() {
    const shift = new Map();
    const outline = new Map();
    for (const id of [...this.order].reverse()) {
      outline.set(id, this._outline(id, shift, outline));
    }
    const row = new Map();
    const whole = new Map();
    for (const id of this.met.filter((step) => !this.parent.has(step))) {
      row.set(id, Math.max(-1, ...[...whole.values()].map(({ last }) => last)) + 1);
      outline.get(id).forEach(({ first, last }, at) => cover(whole, at, row.get(id) + first, row.get(id) + last));
    }
    this.order
      .filter((id) => this.parent.has(id))
      .forEach((id) => row.set(id, row.get(this.parent.get(id).from) + shift.get(id)));
    return row;
  }

  /** For each column the rows that a step and what follows it take, counted from its own row. */
  _outline(id, shift, outline) {
    const own = this.column.get(id);
    const taken = new Map([[own, { first: 0, last: 0 }]]);
    const children = this._onward(id).filter((way) => this.leads(way));
    // From the right of a border to its left: so their arrows do not cross.
    const sides = children.filter(({ border }) => border !== null).sort((a, b) => b.border - a.border);
    [...children.filter(({ border }) => border === null), ...sides].forEach((way, i) => {
      const theirs = outline.get(way.to);
      let down = i === 0 && way.border === null ? 0 : 1;
      theirs.forEach(({ first }, at) => {
        if (taken.has(at)) {
          down = Math.max(down, taken.get(at).last - first + 1);
        }
      });
      shift.set(way.to, down);
      theirs.forEach(({ first, last }, at) => cover(taken, at, first + down, last + down));
      cover(taken, own, 0, down); // the arrow down to it
    });
    return taken;
  }
}

function cover(taken, at, first, last) {
  const was = taken.get(at) ?? { first, last };
  taken.set(at, { first: Math.min(was.first, first), last: Math.max(was.last, last) });
}

/** @returns {Map} lists by what each belongs to */
export function grouped(all, key) {
  const groups = new Map();
  all.forEach((one) => groups.set(key(one), [...(groups.get(key(one)) ?? []), one]));
  return groups;
}
