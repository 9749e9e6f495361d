import BpmnUpdater from 'bpmn-js/lib/features/modeling/BpmnUpdater';
import { is, isAny } from 'bpmn-js/lib/util/ModelUtil';

/** A step of a process that no pool shows is drawn beside the pools, and belongs to its process all the same. */
export default class FreeProcesses extends BpmnUpdater {
  static $inject = BpmnUpdater.$inject;

  homes = new WeakMap();

  updateSemanticParent(element, parent, visualParent) {
    if (!isAny(element, ['bpmn:FlowElement', 'bpmn:Lane'])) {
      super.updateSemanticParent(element, parent, visualParent);
      return;
    }
    if (is(element.$parent, 'bpmn:Process')) {
      this.homes.set(element, element.$parent);
    }
    const home = is(parent, 'bpmn:Collaboration') ? (element.$parent ?? this._home(element, parent)) : parent;
    super.updateSemanticParent(element, home, visualParent);
  }

  /** Where it was before it was deleted, where its arrow begins, or else the process that no pool shows. */
  _home(element, collaboration) {
    const pools = collaboration.get('participants').map(({ processRef }) => processRef);
    return (
      this.homes.get(element) ??
      element.sourceRef?.$parent ??
      collaboration.$parent.get('rootElements').find((root) => is(root, 'bpmn:Process') && !pools.includes(root)) ??
      collaboration
    );
  }
}
