import Problems from './Problems.js';
import Repairs from './Repairs.js';

export default {
  __init__: ['problems'],
  problems: ['type', Problems],
  repairs: ['type', Repairs],
};
