import SubprocessCompatibility from 'bpmn-js/lib/features/drilldown/SubprocessCompatibility';

/**
 * What stands within a closed subprocess is drawn on a plane of its own, and stays where its file has it: the modeler
 * would move the shapes to the corner of the plane, and not their labels.
 */
export default class PlanesInPlace extends SubprocessCompatibility {
  static $inject = ['eventBus', 'moddle'];

  _movePlaneElementsToOrigin() {}
}
