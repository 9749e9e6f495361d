import { getBusinessObject } from 'bpmn-js/lib/util/ModelUtil';

/** How long a value can be that the platform offers, as far as that is bounded. */
const LONGEST = { 'contact.name': 100, 'contact.phone': 16, choice: 102, now: 35, today: 10 };
const LONGEST_MESSAGE = 4096;

/**
 * The names that texts and conditions of this flow can use: answers of the flow, then what there is always.
 *
 * @returns {{name: string, from: string, choices: string[]}[]} `from` is empty for what there is always
 */
export function knownAnswers(elementRegistry, blocks) {
  const known = new Map();
  const offered = [];
  elementRegistry.forEach((element) => {
    const block = blocks.of(element);
    if (block) {
      const choices = blocks.choices(element);
      offered.push(...(block.group === 'say' ? choices : []));
      blocks.keepsAll(element).forEach((name) => {
        const before = known.get(name)?.choices ?? [];
        known.set(name, {
          name,
          from: getBusinessObject(element).name || block.label,
          choices: [...new Set([...before, ...choices])],
        });
      });
    }
  });
  return [
    ...known.values(),
    { name: 'answer', from: '', choices: [...new Set(offered)] },
    ...['contact.name', 'contact.phone', 'today'].map((name) => ({ name, from: '', choices: [] })),
  ];
}

/** How long what is inserted can be. */
export function longestOf(feel, answers) {
  const choices = answers.find((answer) => answer.name === feel && answer.from)?.choices ?? [];
  return choices.length > 0
    ? Math.max(...choices.map((choice) => [...choice].length))
    : (LONGEST[feel] ?? LONGEST_MESSAGE);
}
