/**
 * Says how long ago something was, and counts on by itself. `at` is a time in ISO 8601; `now`, `seconds` and `minutes` are
 * sentences with `{0}` for the number.
 */
class Ago extends HTMLElement {
  static observedAttributes = ['at'];

  connectedCallback() {
    this.ticking = setInterval(() => this.tell(), 1000);
    this.tell();
  }

  disconnectedCallback() {
    clearInterval(this.ticking);
  }

  attributeChangedCallback() {
    this.tell();
  }

  tell() {
    const at = this.getAttribute('at');
    if (!at) {
      return;
    }
    const seconds = Math.max(0, Math.round((Date.now() - Date.parse(at)) / 1000));
    const say = (name, n) => (this.getAttribute(name) ?? '').replace('{0}', n);
    this.textContent = seconds < 2 ? say('now', 0) : seconds < 60 ? say('seconds', seconds) : say('minutes', Math.floor(seconds / 60));
  }
}

customElements.define('q-ago', Ago);
