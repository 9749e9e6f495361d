import Pages from './Pages.js';

export default { __init__: ['pages'], pages: ['type', Pages] };
