import BlockPalette from './BlockPalette.js';

export default {
  __init__: ['blockPalette'],
  blockPalette: ['type', BlockPalette],
};
