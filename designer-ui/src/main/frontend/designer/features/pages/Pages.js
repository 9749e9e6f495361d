/**
 * A file may have several drawings, of which one is shown. What stands within a closed subprocess is no page: one goes
 * there from the subprocess.
 */
export default class Pages {
  static $inject = ['bpmnjs', 'eventBus', 'shell', 'canvas', 'words', 'toolbar'];

  constructor(bpmnjs, eventBus, shell, canvas, words, toolbar) {
    Object.assign(this, { bpmnjs, eventBus, shell, canvas, words, toolbar });
    toolbar.pages = this;
  }

  /** All pages, in the order of the file. */
  list() {
    const diagrams = this.bpmnjs.getDefinitions()?.get('diagrams') ?? [];
    return diagrams
      .filter(({ plane }) => plane?.bpmnElement && !plane.bpmnElement.$instanceOf('bpmn:SubProcess'))
      .map((diagram, i) => ({
        diagram,
        label: diagram.name || diagram.plane.bpmnElement.name || this.words('page.n', { n: i + 1 }),
        shown: this._roots().has(diagram.plane.bpmnElement),
      }));
  }

  /** Shows another page; undo begins anew. What was changed stays so. */
  async show({ diagram }) {
    const { host } = this.shell;
    // Whoever is still typing is heard first.
    await this.bpmnjs.saveXML();
    host.opening = true;
    try {
      await this.bpmnjs.open(diagram);
    } finally {
      host.opening = false;
    }
    this.eventBus.fire('import.done', { warnings: [] });
    this.toolbar.fit();
  }

  /** Shows the page that draws an element; whether there is one. */
  async showWith(id) {
    const page = this.list().find(({ diagram }) =>
      diagram.plane.get('planeElement').some(({ bpmnElement }) => bpmnElement?.id === id),
    );
    if (page) {
      await this.show(page);
    }
    return Boolean(page);
  }

  _roots() {
    return new Set(this.canvas.getRootElements().map(({ businessObject }) => businessObject));
  }
}
