import Blocks from './Blocks.js';
import BlockCommands from './BlockCommands.js';
import BlockFactory from './BlockFactory.js';

export default {
  __init__: ['blockCommands'],
  blocks: ['type', Blocks],
  blockFactory: ['type', BlockFactory],
  blockCommands: ['type', BlockCommands],
};
