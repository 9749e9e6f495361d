import SubprocessCompatibility from 'bpmn-js/lib/features/drilldown/SubprocessCompatibility';

/**
 * What stands within a closed subprocess is drawn on a plane of its own, and stays where its file has it: the modeler
 * would move the shapes to the corner of the plane, and not their labels. A process that no pool shows is drawn beside the
 * pools if the file draws it; the modeler does so only for one with lanes.
 */
export default class PlanesInPlace extends SubprocessCompatibility {
  static $inject = ['eventBus', 'moddle'];

  _handleImport(definitions) {
    super._handleImport(definitions);
    // Asked for, there is a list; an empty one is not written.
    definitions
      .get('rootElements')
      .filter(({ $type }) => $type === 'bpmn:Process')
      .forEach((process) => process.get('laneSets'));
  }

  _movePlaneElementsToOrigin() {}
}
