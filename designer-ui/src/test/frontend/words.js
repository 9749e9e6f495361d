/** The board's words, as the server sends them with its set-up. */
import { readFileSync } from 'node:fs';

const BUNDLES = new URL('../../main/resources/ui/', import.meta.url);

const plain = (text) => text.replace(/\\(.)/g, '$1');

/**
 * A bundle's texts by the rest of their keys.
 *
 * @param {string} bundle such as `Board_es`
 */
export function textsIn(bundle) {
  const lines = readFileSync(new URL(`${bundle}.properties`, BUNDLES), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => {
      const [, key, text] = line.match(/^\w+\.((?:\\.|[^=\\])+)=(.*)$/);
      return [plain(key), plain(text)];
    }),
  );
}
