import Problems from './Problems.js';

export default {
  __init__: ['problems'],
  problems: ['type', Problems],
};
