import SharedClipboard from './SharedClipboard.js';

export default { clipboard: ['type', SharedClipboard] };
