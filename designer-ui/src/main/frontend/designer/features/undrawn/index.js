import Undrawn from './Undrawn.js';

export default { __init__: ['undrawn'], undrawn: ['type', Undrawn] };
