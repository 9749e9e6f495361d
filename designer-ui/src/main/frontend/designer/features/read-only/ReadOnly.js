const VERY_HIGH = 10000;
const CHANGES = [
  'undo',
  'redo',
  'removeSelection',
  'paste',
  'cut',
  'moveSelection',
  'directEditing',
  'replaceElement',
  'spaceTool',
  'globalConnectTool',
  'alignElements',
  'distributeElements',
  'duplicate',
];

/** A board that is only looked at: nothing can be moved, drawn, renamed or deleted; looking and selecting stay. */
export default class ReadOnly {
  static $inject = ['eventBus', 'shell', 'editorActions'];

  constructor(eventBus, shell, editorActions) {
    if (!shell.readOnly) {
      return;
    }
    eventBus.on(
      [
        'shape.move.start',
        'create.start',
        'connect.start',
        'resize.start',
        'bendpoint.move.start',
        'connectionSegment.move.start',
        'global-connect.start',
        'element.dblclick',
      ],
      VERY_HIGH,
      () => false,
    );
    eventBus.on('editorActions.init', () =>
      CHANGES.forEach((action) => editorActions.isRegistered(action) && editorActions.unregister(action)),
    );
  }
}
