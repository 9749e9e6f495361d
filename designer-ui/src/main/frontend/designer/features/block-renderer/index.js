import BlockRenderer from './BlockRenderer.js';

export default {
  __init__: ['blockRenderer'],
  blockRenderer: ['type', BlockRenderer],
};
