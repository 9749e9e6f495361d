import { iconSvg } from '../icons.js';

/** An icon by the name that Java gives; drawn inline so that it takes the text's colour. */
class QIcon extends HTMLElement {
  static observedAttributes = ['name'];

  connectedCallback() {
    this.setAttribute('aria-hidden', 'true');
    this.classList.add('q-icon');
    this.draw();
  }

  attributeChangedCallback() {
    this.draw();
  }

  draw() {
    const svg = new DOMParser().parseFromString(iconSvg(this.getAttribute('name')), 'image/svg+xml').documentElement;
    svg.setAttribute('width', '100%');
    svg.setAttribute('height', '100%');
    this.replaceChildren(svg);
  }
}

customElements.define('q-icon', QIcon);
