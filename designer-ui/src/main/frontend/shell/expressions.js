/**
 * Vaadin's client makes functions of the short expressions that the server sends. The page's policy forbids making code
 * of text (no 'unsafe-eval'), for everybody; what comes to this one place becomes a script with the page's own number
 * instead, which a text that slipped into the page does not have. Each expression is made once.
 */
const nonce = document.querySelector('script[nonce]')?.nonce;
const made = new Map();

const make = (given) => {
  const parts = given.map(String);
  const key = parts.join('\u0000');
  if (!made.has(key)) {
    const body = parts.pop() ?? '';
    const script = document.createElement('script');
    script.nonce = nonce;
    script.textContent = `window.qlientoMade = function (${parts.join(',')}\n) {\n${body}\n};`;
    document.head.append(script);
    script.remove();
    const result = window.qlientoMade;
    delete window.qlientoMade;
    if (!result) {
      throw new SyntaxError('an expression of the server can not be read');
    }
    made.set(key, result);
  }
  return made.get(key);
};

if (nonce) {
  window.Function = new Proxy(window.Function, {
    construct: (target, given) => make(given),
    apply: (target, self, given) => make(given),
  });
}
