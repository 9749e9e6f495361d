import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor';

/**
 * Undo and redo leave a person where they are, within a subprocess too; the modeler would take them to where the step was
 * done. Only who stands on a plane that is gone is taken to the one it was done on, else to the first.
 */
export default class StayOnPlane extends CommandInterceptor {
  static $inject = ['eventBus', 'canvas'];

  constructor(eventBus, canvas) {
    super(eventBus);
    this.canvas = canvas;
    this.executed(({ context }) => {
      this._stay(context.rootElement);
      context.rootElement ??= canvas.getRootElement();
    });
    this.revert(({ context }) => this._stay(context.rootElement));
    eventBus.on('commandStack.changed', () => this._stay());
  }

  _stay(done) {
    const roots = this.canvas.getRootElements();
    if (roots.length > 0 && !roots.includes(this.canvas.getRootElement())) {
      this.canvas.setRootElement(roots.includes(done) ? done : roots[0]);
    }
  }
}
