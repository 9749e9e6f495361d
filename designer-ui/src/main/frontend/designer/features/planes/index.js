import FreeProcesses from './FreeProcesses.js';
import PlanesInPlace from './PlanesInPlace.js';

export default {
  subprocessCompatibility: ['type', PlanesInPlace],
  bpmnUpdater: ['type', FreeProcesses],
};
