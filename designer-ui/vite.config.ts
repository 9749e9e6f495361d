import { defineConfig } from 'vite';
import { vaadinConfig } from './vite.generated';

/** Nobody looks at Vaadin's drawing of what makes the bundle big, for which all of it would be compressed a second time. */
const UNWANTED = 'visualizer';

export default defineConfig((env) => {
  const vaadins = vaadinConfig(env);
  return { ...vaadins, plugins: vaadins.plugins.filter((plugin) => plugin?.name !== UNWANTED) };
});
