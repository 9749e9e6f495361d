/**
 * A command that throws changes nothing: what it did so far is taken back, the stack stands where it stood, and what could
 * be redone still can. Holds for a command within another one too: whoever catches its error may go on.
 *
 * Fires `commands.failed` with `{ error, whole }`, once for a command that a person gave; `whole` is false when a handler
 * gave up in the middle of its own change, which nobody can take back: then the drawing has to be read anew. The error goes
 * on to whoever gave the command.
 */
export default class SafeCommands {
  static $inject = ['injector', 'eventBus'];

  constructor(injector, eventBus) {
    const commandStack = injector.get('commandStack', false);
    Object.assign(this, { stack: commandStack, eventBus });
    if (!commandStack) {
      return; // what only shows has none
    }
    for (const name of ['execute', 'undo', 'redo']) {
      const inner = commandStack[name].bind(commandStack);
      commandStack[name] = (...given) => this._guarded(() => inner(...given));
    }
    const atomic = commandStack._atomicDo.bind(commandStack);
    commandStack._atomicDo = (change) => this._watched(atomic, change);
    /** Whether a handler gave up in the middle of its own change. */
    this.half = false;
  }

  _guarded(run) {
    const { stack } = this;
    const execution = stack._currentExecution;
    const before = { index: stack._stackIdx, depth: execution.actions.length, done: [...stack._stack] };
    try {
      const result = run();
      if (before.depth === 0 && this.half) {
        this._failed(new Error('a change was left half done'), false);
      }
      return result;
    } catch (error) {
      const whole = this._restored(before, execution);
      if (before.depth === 0) {
        this._failed(error, whole);
      }
      throw error;
    }
  }

  _failed(error, whole) {
    this.half = false;
    this.eventBus.fire('commands.failed', { error, whole });
  }

  /** What throws before it is on the stack, or before it is off it, cannot be taken back by a step. */
  _watched(atomic, change) {
    const index = this.stack._stackIdx;
    try {
      atomic(change);
    } catch (error) {
      this.half ||= this.stack._stackIdx === index;
      throw error;
    }
  }

  _restored({ index, depth, done }, execution) {
    const { stack } = this;
    let whole = !this.half;
    execution.atomic = false;
    execution.actions.length = depth;
    try {
      while (stack._stackIdx > index) {
        stack._internalUndo(stack._stack[stack._stackIdx]);
      }
      while (stack._stackIdx < index) {
        stack._internalExecute(stack._stack[stack._stackIdx + 1], true);
      }
    } catch {
      whole = false;
    }
    execution.actions.length = depth;
    stack._stack.splice(0, stack._stack.length, ...done);
    stack._stackIdx = index;
    return depth > 0 ? whole : this._shown(execution) && whole;
  }

  /** What was changed and changed back is drawn again. */
  _shown(execution) {
    const elements = [...new Set(execution.dirty)];
    execution.dirty = [];
    execution.trigger = null;
    try {
      this.eventBus.fire('elements.changed', { elements });
      this.eventBus.fire('commandStack.changed', { trigger: 'failed' });
      return true;
    } catch {
      return false;
    }
  }
}
