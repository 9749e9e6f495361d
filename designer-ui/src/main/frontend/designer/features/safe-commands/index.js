import SafeCommands from './SafeCommands.js';

export default { __init__: ['safeCommands'], safeCommands: ['type', SafeCommands] };
