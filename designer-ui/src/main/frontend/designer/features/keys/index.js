import WalkKeys from './WalkKeys.js';

export default {
  __init__: ['walkKeys'],
  walkKeys: ['type', WalkKeys],
};
