import BlockContextPad from './BlockContextPad.js';
import BlockMenus from './BlockMenus.js';

export default {
  __init__: ['blockContextPad', 'blockMenus'],
  blockContextPad: ['type', BlockContextPad],
  blockMenus: ['type', BlockMenus],
};
