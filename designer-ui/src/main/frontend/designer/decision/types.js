/** Types that FEEL itself knows, each by the names it has in files. */
const KINDS = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  dateTime: 'dateTime',
  'date and time': 'dateTime',
  dayTimeDuration: 'dayTimeDuration',
  'days and time duration': 'dayTimeDuration',
  yearMonthDuration: 'yearMonthDuration',
  'years and months duration': 'yearMonthDuration',
};
const LISTING = ['RULE ORDER', 'OUTPUT ORDER'];
const local = (typeRef) => (typeRef ?? '').replace(/^[\w-]+:(?=\S)/, '');

/** FEEL's type that a type is built on; null for any, for one of several parts, and for lists. */
export function kindOf(typeRef, definitions, depth = 0) {
  const own = definitions.get('itemDefinition')?.find(({ name }) => name === local(typeRef));
  if (!own) {
    return KINDS[local(typeRef)] ?? null;
  }
  return own.isCollection || depth > 20 ? null : kindOf(own.typeRef, definitions, depth + 1);
}

/** The type that a table's result has: undefined where it is a list, has several parts, or nothing says. */
export function resultOf(table) {
  const outputs = table.get('output');
  const collects = table.hitPolicy === 'COLLECT';
  if (outputs.length !== 1 || LISTING.includes(table.hitPolicy) || (collects && !table.aggregation)) {
    return undefined;
  }
  return collects && table.aggregation === 'COUNT' ? 'number' : outputs[0].typeRef;
}

/** Whether a decision says another type of its result than its table gives. */
export function contradicts(decision, table, definitions) {
  const said = kindOf(decision.variable?.typeRef, definitions);
  const outputs = table.get('output');
  const result = resultOf(table);
  const single =
    outputs.length === 1 &&
    !LISTING.includes(table.hitPolicy) &&
    (table.hitPolicy !== 'COLLECT' || Boolean(table.aggregation));
  const given = kindOf(result, definitions);
  return said !== null && (!single || (given !== null && given !== said));
}

/** What a name stands for among the inputs and decisions of a model. */
export function named(definitions, name) {
  return definitions
    .get('drgElement')
    .find((element) => element.name === name && ['dmn:InputData', 'dmn:Decision'].includes(element.$type));
}

/** The columns of all tables that ask about nothing but this name. */
export function columnsAbout(definitions, name) {
  return definitions
    .get('drgElement')
    .map((element) => element.decisionLogic ?? element.encapsulatedLogic?.body)
    .filter((logic) => logic?.$type === 'dmn:DecisionTable')
    .flatMap((table) => table.get('input'))
    .filter(({ inputExpression }) => inputExpression?.text?.trim() === name);
}

/** The changes after which a value and all columns that ask about it are of this type. */
export function sameType(definitions, name, typeRef) {
  const wanted = kindOf(typeRef, definitions);
  const source = named(definitions, name);
  const held = [
    ...(source?.$type === 'dmn:InputData' && source.variable?.typeRef ? [source.variable] : []),
    ...columnsAbout(definitions, name).map(({ inputExpression }) => inputExpression),
  ];
  return held
    .filter(
      (element) => element.typeRef !== typeRef && (wanted === null || kindOf(element.typeRef, definitions) !== wanted),
    )
    .map((element) => ({ element, properties: { typeRef } }));
}

/** The changes after which a decision and its table say the same of every value: the table is right. */
export function together(definitions, decision) {
  const table = decision.decisionLogic;
  const changes = contradicts(decision, table, definitions)
    ? [{ element: decision.variable, properties: { typeRef: resultOf(table) } }]
    : [];
  const seen = new Set();
  for (const { inputExpression } of table.get('input')) {
    const name = inputExpression?.text?.trim();
    const source = name && !seen.has(name) && named(definitions, name);
    seen.add(name);
    const said = source && kindOf(source.variable?.typeRef, definitions);
    const asked = source && kindOf(inputExpression.typeRef, definitions);
    if (said && asked && said !== asked) {
      changes.push(
        ...(source.$type === 'dmn:Decision'
          ? columnsAbout(definitions, name).map((column) => ({
              element: column.inputExpression,
              properties: { typeRef: source.variable.typeRef },
            }))
          : sameType(definitions, name, inputExpression.typeRef)),
      );
    }
  }
  return changes;
}

/** A FEEL text in which a name is another; what stands in quotes stays. */
export function renamed(text, from, to) {
  const name = from
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
  const pattern = new RegExp(`"(?:[^"\\\\]|\\\\.)*"|(?<![\\p{L}\\p{N}_.]|\\?\\.)${name}(?![\\p{L}\\p{N}_])`, 'gu');
  return text.replace(pattern, (found) => (found.startsWith('"') ? found : to));
}

const FEEL = ['dmn:LiteralExpression', 'dmn:UnaryTests'];

/** The changes after which a value has another name wherever it is used. */
export function renaming(definitions, source, to) {
  const from = source.name;
  const changes = [{ element: source, properties: { name: to } }];
  if (source.variable) {
    changes.push({ element: source.variable, properties: { name: to } });
  }
  const users = definitions.get('drgElement').filter((element) => needs(element, source));
  const walk = (element) => {
    if (FEEL.includes(element.$type) && element.text) {
      const text = renamed(element.text, from, to);
      if (text !== element.text) {
        changes.push({ element, properties: { text } });
      }
    }
    for (const { name, isReference } of element.$descriptor.properties) {
      const value = isReference ? null : element.get(name);
      [value]
        .flat()
        .filter((child) => child?.$type && child.$parent === element)
        .forEach(walk);
    }
  };
  users
    .map((decision) => decision.decisionLogic)
    .filter(Boolean)
    .forEach(walk);
  return changes;
}

/** Whether a decision needs this value. */
export function needs(decision, source) {
  return (decision.informationRequirement ?? []).some(
    ({ requiredInput, requiredDecision }) => (requiredInput ?? requiredDecision)?.href === `#${source.id}`,
  );
}
