import BlockContextPad from './BlockContextPad.js';
import BlockMenus from './BlockMenus.js';
import RoomyContextPad from './RoomyContextPad.js';

export default {
  __init__: ['blockContextPad', 'blockMenus'],
  contextPad: ['type', RoomyContextPad],
  blockContextPad: ['type', BlockContextPad],
  blockMenus: ['type', BlockMenus],
};
