import Path from './Path.js';

export default {
  __init__: ['path'],
  path: ['type', Path],
};
