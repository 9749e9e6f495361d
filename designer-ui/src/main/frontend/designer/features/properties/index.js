import BlockProperties from './BlockProperties.js';

export default {
  __init__: ['blockProperties'],
  blockProperties: ['type', BlockProperties],
};
