import Blocks from './Blocks.js';

/** The vocabulary for boards that only show. */
export default { blocks: ['type', Blocks] };
