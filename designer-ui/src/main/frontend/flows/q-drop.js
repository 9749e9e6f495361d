/** Covers the page while files are dragged over it, so that they can be dropped anywhere. Its upload takes them. */
class QDrop extends HTMLElement {
  connectedCallback() {
    this.listening = new AbortController();
    const on = (type, does) => window.addEventListener(type, does, { signal: this.listening.signal });
    on('dragenter', (event) => hasFiles(event) && this.setAttribute('dragging', ''));
    on('dragleave', (event) => event.relatedTarget === null && this.removeAttribute('dragging'));
    on('drop', () => this.removeAttribute('dragging'));
    on('dragend', () => this.removeAttribute('dragging'));
    on('keydown', (event) => event.key === 'Escape' && this.removeAttribute('dragging'));
  }

  disconnectedCallback() {
    this.listening.abort();
  }
}

function hasFiles(event) {
  return [...(event.dataTransfer?.types ?? [])].includes('Files');
}

customElements.define('q-drop', QDrop);
