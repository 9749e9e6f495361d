// The simulator's HTTP interface. Paths are relative to /simulator/phone.
async function call(path, method = 'GET', body) {
  const answer = await fetch(path, {
    method,
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.status === 204 ? null : answer.json();
}

export const numbers = () => call('numbers');
export const customers = () => call('customers');
export const write = (phone, message) => call(`customers/${phone}/messages`, 'POST', message);
export const faults = () => call('faults');
export const addFault = (fault) => call('faults', 'POST', fault);
export const clearFaults = (number) => call(`faults?phoneNumberId=${number}`, 'DELETE');

/** Uploads a file as any Cloud API client would; gives its media id. */
export async function upload(number, file) {
  const form = new FormData();
  form.append('messaging_product', 'whatsapp');
  form.append('file', file);
  const answer = await fetch(`graph/${number}/media`, {
    method: 'POST',
    headers: { Authorization: 'Bearer phone' },
    body: form,
  });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return (await answer.json()).id;
}

/** Follows all chats; reconnects by itself and then asks for what it missed. */
export function follow({ onMessage, onTyping, onLine }) {
  let revision = 0;
  const open = () => {
    const stream = new EventSource(`events?after=${revision}`);
    stream.onopen = () => onLine(true);
    stream.onerror = () => {
      onLine(false);
      if (stream.readyState === EventSource.CLOSED) setTimeout(open, 3000);
    };
    stream.addEventListener('message', (event) => {
      const message = JSON.parse(event.data);
      revision = Math.max(revision, message.revision);
      onMessage(message);
    });
    stream.addEventListener('typing', (event) => onTyping(JSON.parse(event.data)));
  };
  open();
}
