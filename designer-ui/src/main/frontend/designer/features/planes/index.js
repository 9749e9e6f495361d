import FreeProcesses from './FreeProcesses.js';
import PlanesInPlace from './PlanesInPlace.js';
import StayOnPlane from './StayOnPlane.js';

export default {
  subprocessCompatibility: ['type', PlanesInPlace],
  bpmnUpdater: ['type', FreeProcesses],
  rootElementsBehavior: ['type', StayOnPlane],
};
