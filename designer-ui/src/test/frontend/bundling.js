/** Lets Node load what the bundler does: files named without their ending, JSON, pictures as text, styles as nothing. */
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';

if (isMainThread) {
  register(import.meta.url);
}

const ENDINGS = ['.js', '/index.js'];
const MODULE = /^(?:import|export)\s/m;

export async function resolve(specifier, context, next) {
  for (const ending of ['', ...ENDINGS]) {
    try {
      return await next(specifier + ending, context);
    } catch (missing) {
      if (ending === ENDINGS.at(-1) || !['ERR_MODULE_NOT_FOUND', 'ERR_UNSUPPORTED_DIR_IMPORT'].includes(missing.code)) {
        throw missing;
      }
    }
  }
}

export async function load(url, context, next) {
  const { pathname, search } = new URL(url);
  const text = () => readFile(fileURLToPath(url.replace(search, '')), 'utf8');
  const module = (source) => ({ format: 'module', source, shortCircuit: true });
  if (pathname.endsWith('.css')) {
    return module('');
  }
  if (search === '?raw') {
    return module(`export default ${JSON.stringify(await text())}`);
  }
  if (pathname.endsWith('.json')) {
    return module(`export default ${await text()}`);
  }
  if (pathname.endsWith('.js') && pathname.includes('/node_modules/')) {
    const source = await text();
    return MODULE.test(source) ? module(source) : next(url, context);
  }
  return next(url, context);
}
