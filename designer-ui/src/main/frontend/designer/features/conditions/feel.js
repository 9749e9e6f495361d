/**
 * The simple form of a FEEL condition: rows of field, operator and value, joined by one word. What the form can't show
 * exactly stays FEEL: reading and writing again must give the same text.
 *
 * @typedef {{field: string, op: string, value: string, any: boolean}} Row `any`: capital letters don't matter
 * @typedef {{join: 'and' | 'or', rows: Row[]}} Simple
 */

/** The operators of the form, in the order they are offered. */
export const OPERATORS = [
  'is',
  'isNot',
  'contains',
  'containsNot',
  'starts',
  'ends',
  'greater',
  'atLeast',
  'less',
  'atMost',
  'empty',
  'filled',
  'true',
  'false',
];

/** The operators that compare numbers. */
export const NUMERIC = { greater: '>', atLeast: '>=', less: '<', atMost: '<=' };

/** The operators that need no value. */
export const VALUELESS = ['empty', 'filled', 'true', 'false'];

const FIELD = '[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*';
const TEXT = '"(?:[^"\\\\]|\\\\.)*"';
const SUBJECT = `(?:lower case\\((${FIELD})\\)|(${FIELD}))`;

const PATTERNS = [
  [`${SUBJECT} (=|!=) (${TEXT})`, (m) => text(m[1], m[2], m[3] === '=' ? 'is' : 'isNot', m[4])],
  [`contains\\(${SUBJECT}, (${TEXT})\\)`, (m) => text(m[1], m[2], 'contains', m[3])],
  [`not\\(contains\\(${SUBJECT}, (${TEXT})\\)\\)`, (m) => text(m[1], m[2], 'containsNot', m[3])],
  [`starts with\\(${SUBJECT}, (${TEXT})\\)`, (m) => text(m[1], m[2], 'starts', m[3])],
  [`ends with\\(${SUBJECT}, (${TEXT})\\)`, (m) => text(m[1], m[2], 'ends', m[3])],
  [
    `number\\((${FIELD})\\) (>=|<=|>|<) (-?\\d+(?:\\.\\d+)?)`,
    (m) => ({
      field: m[1],
      op: Object.keys(NUMERIC).find((op) => NUMERIC[op] === m[2]),
      value: m[3],
      any: false,
    }),
  ],
  [`(${FIELD}) = null`, (m) => ({ field: m[1], op: 'empty', value: '', any: false })],
  [`(${FIELD}) != null`, (m) => ({ field: m[1], op: 'filled', value: '', any: false })],
  [`(${FIELD}) = (true|false)`, (m) => ({ field: m[1], op: m[2], value: '', any: false })],
].map(([pattern, row]) => [new RegExp(`^${pattern}$`, 'u'), row]);

/** The simple form of a condition, or null when only FEEL can say it. */
export function parse(feel) {
  const source = feel.trim();
  for (const join of source ? ['and', 'or'] : []) {
    const rows = split(source, ` ${join} `).map(parseRow);
    if (rows.every(Boolean)) {
      return format({ join, rows }) === source ? { join, rows } : null;
    }
  }
  return null;
}

/** The FEEL of a simple form; rows without a field are left out. */
export function format({ join, rows }) {
  return rows
    .filter((row) => row.field)
    .map(formatRow)
    .join(` ${join} `);
}

function parseRow(source) {
  for (const [pattern, row] of PATTERNS) {
    const match = pattern.exec(source);
    if (match) {
      return row(match);
    }
  }
  return null;
}

function text(lowered, plain, op, literal) {
  try {
    return { field: lowered ?? plain, op, value: JSON.parse(literal), any: lowered !== undefined };
  } catch {
    return null;
  }
}

function formatRow({ field, op, value, any }) {
  if (op in NUMERIC) {
    return `number(${field}) ${NUMERIC[op]} ${/^-?\d+(\.\d+)?$/.test(value) ? value : '0'}`;
  }
  const subject = any ? `lower case(${field})` : field;
  const literal = quoted(any ? value.toLowerCase() : value);
  return {
    is: `${subject} = ${literal}`,
    isNot: `${subject} != ${literal}`,
    contains: `contains(${subject}, ${literal})`,
    containsNot: `not(contains(${subject}, ${literal}))`,
    starts: `starts with(${subject}, ${literal})`,
    ends: `ends with(${subject}, ${literal})`,
    empty: `${field} = null`,
    filled: `${field} != null`,
    true: `${field} = true`,
    false: `${field} = false`,
  }[op];
}

const quoted = (value) => `"${value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;

/** Splits outside of texts. */
function split(source, word) {
  const parts = [''];
  let inText = false;
  for (let i = 0; i < source.length; i++) {
    if (inText && source[i] === '\\') {
      parts[parts.length - 1] += source[i] + (source[++i] ?? '');
    } else if (!inText && source.startsWith(word, i)) {
      parts.push('');
      i += word.length - 1;
    } else {
      inText = source[i] === '"' ? !inText : inText;
      parts[parts.length - 1] += source[i];
    }
  }
  return parts;
}
