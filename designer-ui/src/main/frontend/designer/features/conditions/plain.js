import { NUMERIC, VALUELESS, parse } from './feel.js';

/** A condition in plain words, such as `drink is “Tea”`; FEEL itself when the form can't show it. */
export function plainCondition(feel, words) {
  const simple = parse(feel);
  const said = ({ op, value }) => (VALUELESS.includes(op) ? '' : op in NUMERIC ? ` ${value}` : ` “${value}”`);
  return simple
    ? simple.rows.map((row) => `${row.field} ${words(`op.${row.op}`)}${said(row)}`).join(` ${words(simple.join)} `)
    : feel.trim();
}
