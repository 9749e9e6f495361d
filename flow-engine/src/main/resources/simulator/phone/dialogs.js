// The two dialogs: who is played, and the bottom sheet of a list message. Esc closes both, as dialogs do.
import { element } from './bubbles.js';
import { t } from './texts.js';

const $ = (id) => document.getElementById(id);

/** Asks for a customer's number and names; hears only what can be used. */
export function personDialog(person, done) {
  $('p-phone').value = person ? `+${person.phone}` : '';
  $('p-phone').readOnly = Boolean(person);
  $('p-name').value = person?.name ?? '';
  $('p-user').value = person?.userId ?? '';
  $('p-hidden').checked = Boolean(person?.numberHidden);
  $('p-error').textContent = '';
  $('p-cancel').onclick = () => $('person').close();
  $('person-form').onsubmit = (event) => {
    event.preventDefault();
    const phone = $('p-phone').value.replace(/[+\s().-]/g, '');
    const userId = $('p-user').value.trim();
    const numberHidden = $('p-hidden').checked;
    if (!/^\d{5,20}$/.test(phone)) return void ($('p-error').textContent = t('badPhone'));
    if (numberHidden && !userId) return void ($('p-error').textContent = t('badHidden'));
    $('person').close();
    return done({ phone, name: $('p-name').value.trim() || undefined, userId: userId || undefined, numberHidden });
  };
  $('person').showModal();
  (person ? $('p-name') : $('p-phone')).focus();
}

function row(one) {
  const radio = element('input');
  radio.type = 'radio';
  radio.name = 'row';
  radio.value = one.id;
  const label = element('label', '', element('span', '', one.title), radio);
  if (one.description) label.append(element('small', '', one.description));
  return label;
}

/** Opens the rows of a list message; hears the one that is sent. */
export function listSheet(offer, chosen) {
  const sections = offer.content.action.sections;
  const rows = sections.flatMap((section) => section.rows);
  $('sheet-title').textContent = offer.content.action.button;
  $('sheet-rows').replaceChildren(...sections.map((section) =>
    element('fieldset', '', ...(section.title ? [element('legend', '', section.title)] : []), ...section.rows.map(row))));
  $('sheet-send').disabled = true;
  $('sheet-rows').onchange = () => {
    $('sheet-send').disabled = false;
  };
  $('sheet-close').onclick = () => $('sheet').close();
  $('sheet').onclick = (event) => {
    if (event.target === $('sheet')) $('sheet').close();
  };
  $('sheet-form').onsubmit = (event) => {
    event.preventDefault();
    const picked = $('sheet-form').elements.row.value ?? '';
    $('sheet').close();
    chosen(rows.find((one) => one.id === picked));
  };
  $('sheet').showModal();
  $('sheet-rows').querySelector('input').focus();
}
