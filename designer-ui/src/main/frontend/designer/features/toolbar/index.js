import Grid from 'diagram-js-grid';
import Minimap from 'diagram-js-minimap';
import Toolbar from './Toolbar.js';

export default { __depends__: [Grid, Minimap], __init__: ['toolbar'], toolbar: ['type', Toolbar] };
