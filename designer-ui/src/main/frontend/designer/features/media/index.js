import Files from './Files.js';

export default {
  __init__: ['files'],
  files: ['type', Files],
};
