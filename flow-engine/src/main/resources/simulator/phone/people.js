// The customers who are played: known to the simulator or to this browser.
const KEY = 'qliento.phone.people';

const people = new Map();
let current = null;

/** All customers by number; each has name, userId, numberHidden, messages by id, unread. */
export const all = () => [...people.values()].sort((a, b) => (b.lastAt ?? '').localeCompare(a.lastAt ?? ''));
export const chosen = () => people.get(current);

export function meet(said) {
  const known = people.get(said.phone) ?? { phone: said.phone, messages: new Map(), unread: 0 };
  for (const field of ['name', 'userId', 'numberHidden']) known[field] = said[field] ?? known[field];
  people.set(said.phone, known);
  return known;
}

export function choose(phone) {
  current = phone;
  people.get(phone).unread = 0;
  remember();
}

export function load() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY)) ?? {};
    for (const person of kept.people ?? []) meet(person);
    if (people.has(kept.current)) current = kept.current;
  } catch {
    localStorage.removeItem(KEY);
  }
}

export function remember() {
  const plain = [...people.values()].map(({ phone, name, userId, numberHidden }) => ({ phone, name, userId, numberHidden }));
  localStorage.setItem(KEY, JSON.stringify({ people: plain, current }));
}

/** Takes a new or changed message; tells whether it is new. */
export function take(message) {
  const person = meet({ phone: message.customer });
  const fresh = !person.messages.has(message.id);
  const known = person.messages.get(message.id);
  if (known && known.revision > message.revision) return false;
  person.messages.set(message.id, { ...message, answered: known?.answered });
  const choice = message.from === 'customer' && message.replyTo && person.messages.get(message.replyTo);
  if (choice && message.type === 'interactive') choice.answered = true;
  if (fresh) {
    person.lastAt = message.at;
    person.last = message;
    if (message.from === 'business' && message.customer !== current) person.unread += 1;
  }
  return fresh;
}
