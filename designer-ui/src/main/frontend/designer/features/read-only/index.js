import ReadOnly from './ReadOnly.js';

export default { __init__: ['readOnly'], readOnly: ['type', ReadOnly] };
