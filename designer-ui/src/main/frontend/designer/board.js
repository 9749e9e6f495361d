import Modeler from 'bpmn-js/lib/Modeler';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import BlockRenderer from './features/block-renderer/index.js';
import Blocks from './features/blocks/index.js';
import Clipboard from './features/clipboard/index.js';
import ContextPad from './features/context-pad/index.js';
import Keys from './features/keys/index.js';
import Media from './features/media/index.js';
import Path from './features/path/index.js';
import Pages from './features/pages/index.js';
import Palette from './features/palette/index.js';
import Planes from './features/planes/index.js';
import Problems from './features/problems/index.js';
import Properties from './features/properties/index.js';
import ReadOnly from './features/read-only/index.js';
import SafeCommands from './features/safe-commands/index.js';
import Surface from './features/surface/index.js';
import TidyUp from './features/tidy-up/index.js';
import Toolbar from './features/toolbar/index.js';
import Undrawn from './features/undrawn/index.js';
import { withAnyId } from './ids.js';

/**
 * A modeler with all our features.
 *
 * @param {object} shell the parts of the page: host, left, toolbar, canvas, right, bottom, grip
 * @param {(key: string, values?: object) => string} words what it says
 * @param {{flow: string, flows: {value: string, label: string}[], organisation: string}} around what is around this flow
 */
export function createBoard(shell, words, around) {
  const name = (part, key) => part.setAttribute('aria-label', words(key));
  name(shell.left, 'palette.title');
  name(shell.toolbar, 'toolbar');
  name(shell.right, 'settings');
  name(shell.bottom, 'problems');
  name(shell.grip, 'settings');
  return withAnyId(
    new Modeler({
      container: shell.canvas,
      moddleExtensions: { camunda },
      bpmnRenderer: {
        defaultFillColor: 'var(--q-paper, #ffffff)',
        defaultStrokeColor: 'var(--q-ink-2, #4a5a53)',
        defaultLabelColor: 'var(--q-ink, #14201b)',
      },
      textRenderer: {
        defaultStyle: { fontFamily: "'Inter Variable', Inter, system-ui, sans-serif", fontSize: 12 },
        externalStyle: { fontSize: 11.5 },
      },
      additionalModules: [
        { shell: ['value', shell], words: ['value', words], around: ['value', around] },
        SafeCommands,
        Blocks,
        Media,
        BlockRenderer,
        Clipboard,
        ReadOnly,
        Problems,
        Palette,
        ContextPad,
        TidyUp,
        Undrawn,
        Toolbar,
        Keys,
        Properties,
        Path,
        Planes,
        Pages,
        Surface,
      ],
    }),
  );
}
