import PlanesInPlace from './PlanesInPlace.js';

export default { subprocessCompatibility: ['type', PlanesInPlace] };
