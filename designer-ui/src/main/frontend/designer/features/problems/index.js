/** What the check found: a list below, a mark on the shape, and a way from one to the other. */
export class ChatProblems {
  constructor(overlays, elementRegistry, selection, canvas, eventBus) {
    Object.assign(this, { overlays, elementRegistry, selection, canvas });
    this.found = [];
    eventBus.on('import.done', () => this.mark());
  }

  show(host, words) {
    Object.assign(this, { host, words });
    this.draw();
  }

  set(problems) {
    this.found = problems;
    this.draw();
    this.mark();
  }

  draw() {
    if (!this.host) {
      return;
    }
    const errors = this.found.filter((problem) => problem.severity === 'ERROR').length;
    const title = document.createElement('summary');
    title.className = errors ? 'bad' : this.found.length ? 'warn' : 'good';
    title.textContent = this.found.length ? `${this.words.problems} (${this.found.length})` : this.words.noProblems;
    const list = document.createElement('ul');
    list.append(...this.found.map((problem) => this.line(problem)));
    const open = this.host.querySelector('details')?.open;
    const details = document.createElement('details');
    details.open = open ?? false;
    details.append(title, list);
    this.host.replaceChildren(details);
  }

  line(problem) {
    const line = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = problem.severity === 'ERROR' ? 'bad' : 'warn';
    button.textContent = `${problem.elementName ? `${problem.elementName}: ` : ''}${problem.message}`;
    button.addEventListener('click', () => this.goTo(problem.elementId));
    line.append(button);
    return line;
  }

  goTo(id) {
    const element = id && this.elementRegistry.get(id);
    if (element) {
      this.selection.select(element);
      this.canvas.scrollToElement(element, 120);
    }
  }

  mark() {
    this.overlays.remove({ type: 'q-problem' });
    for (const problem of this.found) {
      if (problem.elementId && this.elementRegistry.get(problem.elementId)?.width) {
        const mark = document.createElement('div');
        mark.className = `q-problem ${problem.severity === 'ERROR' ? 'bad' : 'warn'}`;
        mark.title = problem.message;
        mark.textContent = '!';
        this.overlays.add(problem.elementId, 'q-problem', { position: { top: -8, right: 10 }, html: mark });
      }
    }
  }
}

ChatProblems.$inject = ['overlays', 'elementRegistry', 'selection', 'canvas', 'eventBus'];

export default { __init__: ['chatProblems'], chatProblems: ['type', ChatProblems] };
