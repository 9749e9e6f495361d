/**
 * Fires `pulse` every so many seconds (attribute `seconds`) while it is on the page and somebody looks at it; with the attribute
 * `always` whether anybody does or not (browsers let it wait up to a minute then).
 */
class QPulse extends HTMLElement {
  connectedCallback() {
    this.hidden = true;
    this.timer = setInterval(
      () => (document.hidden && !this.hasAttribute('always')) || this.dispatchEvent(new CustomEvent('pulse')),
      Number(this.getAttribute('seconds')) * 1000,
    );
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }
}

customElements.define('q-pulse', QPulse);
