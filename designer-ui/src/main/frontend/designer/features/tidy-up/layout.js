import { Ranks } from './ranks.js';

const BESIDE = 70;
const BELOW = 46;
const TRACK = 12;
const LABEL = 26;
const ROOM_FOR_LABEL = 190;

/**
 * Where each step of a flow is drawn, and how its arrows go: to the right, in columns and rows; arrows run between them and
 * through no step, and those that do not belong together lie apart.
 *
 * @param {{id: string, width: number, height: number, above?: number}[]} steps in the order they are looked at, starts first;
 *   above is room that one needs above itself
 * @param {{id: string, from: string, to: string, border: ?{at: number, x: number}, label?: number}[]} ways in the order they
 *   are looked at; border is the how-manieth at the border of its step it leaves from, and how far from its left; label is how
 *   wide its words are
 * @returns {{places: Map<string, {x: number, y: number}>, lines: Map<string, {points: {x: number, y: number}[], label:
 *   {x: number, y: number}}>}} upper left corners; ends of lines lie within their steps; a label's begin and lower edge
 */
export function layout(steps, ways) {
  const ranks = new Ranks(
    steps.map(({ id }) => id),
    ways.map((way) => ({ ...way, border: way.border?.at ?? null })),
  );
  return new Drawing(
    ranks,
    new Map(steps.map((step) => [step.id, step])),
    new Map(ways.map((way) => [way.id, way])),
  ).drawn();
}

class Drawing {
  constructor(ranks, steps, ways) {
    Object.assign(this, { ranks, steps, ways });
    /** For each gap, above a row or left of a column, the stretches that are taken on each of its tracks. */
    this.tracks = { row: new Map(), column: new Map() };
    this.plans = ranks.ways.map((way) => this._plan(way));
  }

  drawn() {
    this._measure();
    const places = new Map(
      [...this.steps.values()].map(({ id, width, height }) => {
        const { x, y } = this._middle(id);
        return [id, { x: Math.round(x - width / 2), y: Math.round(y - height / 2) }];
      }),
    );
    return { places, lines: new Map(this.plans.map((plan) => [plan.way.id, this._line(plan)])) };
  }

  /** Which gaps a way uses: a row's gap is the one above it, a column's the one at its left. */
  _plan(way) {
    const { column, row } = this.ranks;
    const [from, to] = [way.from, way.to].map((id) => ({ column: column.get(id), row: row.get(id) }));
    if (
      this.ranks.leads(way) ||
      (way.border === null &&
        to.column > from.column &&
        to.row === from.row &&
        this.ranks.free(from.row, from.column, to.column))
    ) {
      return { way, kind: from.row === to.row ? 'straight' : 'down' };
    }
    if (this.ranks.back.has(way) && way.border === null && from.row === to.row && from.column !== to.column) {
      return { way, kind: 'over', gap: this._take('row', from.row, to.column, from.column, way.to) };
    }
    const enter = { at: to.column, track: 0 };
    if (way.border === null && to.column > from.column && this.ranks.free(from.row, from.column, to.column)) {
      enter.track = this._take('column', to.column, from.row, to.row, way.to).track;
      return { way, kind: 'along', enter };
    }
    const below = way.border !== null || to.row > from.row;
    const leave =
      way.border === null ? this._take('column', from.column + 1, from.row, from.row + (below ? 1 : -1), way.id) : null;
    const gap = this._take(
      'row',
      from.row + (below ? 1 : 0),
      Math.min(from.column, to.column - 1),
      Math.max(from.column, to.column) + 1,
      way.id,
    );
    enter.track = this._take('column', to.column, Math.min(from.row, to.row), Math.max(from.row, to.row), way.to).track;
    return { way, kind: 'around', leave, gap, enter };
  }

  /** The first track on which a stretch is free, or taken by what it may lie on: arrows to the same step meet. */
  _take(kind, at, one, other, by) {
    const [first, last] = [Math.min(one, other), Math.max(one, other)];
    const tracks = this.tracks[kind].get(at) ?? [];
    this.tracks[kind].set(at, tracks);
    const clear = (track) => track.every((taken) => taken.by === by || taken.last < first || last < taken.first);
    let track = tracks.findIndex(clear);
    if (track < 0) {
      track = tracks.push([]) - 1;
    }
    tracks[track].push({ first, last, by });
    return { at, track };
  }

  _measure() {
    const { column, row } = this.ranks;
    const count = (of) => Math.max(-1, ...of.values()) + 1;
    const most = (of, at, size) =>
      Math.max(0, ...[...this.steps.values()].filter(({ id }) => of.get(id) === at).map(size));
    this.columns = this._spread(
      count(column),
      'column',
      (at) => most(column, at, ({ width }) => width),
      (at) => this._beside(at),
    );
    this.rows = this._spread(
      count(row),
      'row',
      (at) => most(row, at, ({ height }) => height),
      (at) => BELOW + most(row, at, ({ above = 0 }) => above),
    );
  }

  /** Words stand above the last stretch of their arrow: it is made long enough. */
  _beside(at) {
    const labels = this.plans
      .filter(({ way }) => this.ranks.column.get(way.to) === at)
      .map(({ way }) => this.ways.get(way.id).label ?? 0);
    const widest = Math.min(ROOM_FOR_LABEL, Math.max(0, ...labels));
    return BESIDE + (widest > 0 ? Math.max(0, widest + LABEL - BESIDE / 2) : 0);
  }

  _spread(count, kind, size, between) {
    const found = [];
    let at = 0;
    for (let i = 0; i <= count; i++) {
      const tracks = (this.tracks[kind].get(i)?.length ?? 0) * TRACK;
      const gap = at + (i === 0 ? 0 : 20);
      at += (i === 0 ? 0 : between(i)) + tracks;
      found.push({ gap, middle: at + (i < count ? size(i) / 2 : 0) });
      at += i < count ? size(i) : 0;
    }
    return found;
  }

  _middle(id) {
    return { x: this.columns[this.ranks.column.get(id)].middle, y: this.rows[this.ranks.row.get(id)].middle };
  }

  _track(kind, { at, track }) {
    return this[kind][at].gap + TRACK * (track + 0.5);
  }

  _line({ way, kind, leave, gap, enter }) {
    const [from, to] = [this._middle(way.from), this._middle(way.to)];
    const { border } = this.ways.get(way.id);
    const start = border ? { x: from.x - this.steps.get(way.from).width / 2 + border.x, y: from.y } : from;
    if (kind === 'straight') {
      return this._named([start, to], 0, way);
    }
    if (kind === 'down') {
      return this._named([start, { x: start.x, y: to.y }, to], 1, way);
    }
    if (kind === 'over') {
      const y = this._track('rows', gap);
      return {
        points: [
          { x: from.x + 10, y: from.y },
          { x: from.x + 10, y },
          { x: to.x - 10, y },
          { x: to.x - 10, y: to.y },
        ],
        label: { x: to.x, y: y - 3 },
      };
    }
    const x = this._track('columns', enter);
    if (kind === 'along') {
      return this._named([start, { x, y: from.y }, { x, y: to.y }, to], 2, way);
    }
    const y = this._track('rows', gap);
    const out = leave ? this._track('columns', leave) : start.x;
    return {
      points: [start, ...(leave ? [{ x: out, y: start.y }] : []), { x: out, y }, { x, y }, { x, y: to.y }, to],
      label: { x: Math.min(out, x) + 6, y: y - 3 },
    };
  }

  /** Words begin where this stretch of the arrow leaves its step or the bend before. */
  _named(points, stretch, way) {
    const { width } = this.steps.get(way.from);
    const from = points[stretch];
    return { points, label: { x: from.x + (stretch === 0 ? width / 2 : 0) + 8, y: from.y - 3 } };
  }
}
