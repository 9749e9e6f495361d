import StaySelected from './StaySelected.js';
import WalkKeys from './WalkKeys.js';

export default {
  __init__: ['walkKeys', 'staySelected'],
  staySelected: ['type', StaySelected],
  walkKeys: ['type', WalkKeys],
};
