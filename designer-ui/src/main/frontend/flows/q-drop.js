/**
 * Covers the page while files are dragged over it, so that they can be dropped anywhere. Its upload takes them. Over a modal
 * dialog it stays away, and the browser does not leave the page for a file that was dropped beside.
 */
class QDrop extends HTMLElement {
  connectedCallback() {
    this.listening = new AbortController();
    const on = (type, does) => window.addEventListener(type, does, { signal: this.listening.signal });
    on('dragenter', (event) => hasFiles(event) && !modal() && this.setAttribute('dragging', ''));
    on('dragover', (event) => hasFiles(event) && event.preventDefault());
    on('dragleave', (event) => event.relatedTarget === null && this.removeAttribute('dragging'));
    on('drop', (event) => {
      if (hasFiles(event)) {
        event.preventDefault();
      }
      this.removeAttribute('dragging');
    });
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

function modal() {
  return document.querySelector('vaadin-dialog-overlay[opened]:not([modeless]), vaadin-confirm-dialog-overlay[opened]');
}

customElements.define('q-drop', QDrop);
