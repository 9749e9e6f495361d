import TidyUp from './TidyUp.js';

export default { tidyUp: ['type', TidyUp] };
