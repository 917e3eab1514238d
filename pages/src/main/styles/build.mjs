// SPDX-License-Identifier: EUPL-1.2
// Builds the styles into ../resources/static/assets, each file named by a hash of its content, and
// lists them in ../resources/nl/cims/pages/assets.properties. An argument names another root than
// ../resources, so that a test can compare.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(process.argv[2] ?? join(here, '../resources'));
const assets = join(root, 'static/assets');
const modules = join(here, 'node_modules');
const addresses = new Map();

rmSync(assets, { recursive: true, force: true });
mkdirSync(assets, { recursive: true });

function publish(name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const [stem, extension] = [name.slice(0, name.lastIndexOf('.')), name.slice(name.lastIndexOf('.'))];
  const file = `${stem}.${hash}${extension}`;
  writeFileSync(join(assets, file), content);
  addresses.set(name, file);
  return file;
}

async function bundle(entry, banner) {
  const result = await build({
    absWorkingDir: here,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    external: ['/assets/*'],
    legalComments: 'none',
  });
  return `/* SPDX-License-Identifier: EUPL-1.2${banner} */\n${result.outputFiles[0].text}`;
}

// The base tokens are some 2,800; the components need a few hundred of them, each through others.
function neededTokens(stylesheets) {
  const base = readFileSync(
    join(modules, '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css'), 'utf8');
  const values = new Map();
  for (const [, name, value] of base.matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm)) values.set(name, value);
  const used = (text) => [...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name);
  const needed = new Set();
  const visit = (name) => {
    if (needed.has(name) || !values.has(name)) return;
    needed.add(name);
    used(values.get(name)).forEach(visit);
  };
  stylesheets.flatMap(used).forEach(visit);
  const lines = [...needed].sort().map((name) => `${name}:${values.get(name)};`);
  return `:root{${lines.join('')}}`;
}

const font = publish('source-sans-3.woff2', readFileSync(
  join(modules, '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2')));
const fontExtended = publish('source-sans-3-extended.woff2', readFileSync(
  join(modules, '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2')));
const theme = readFileSync(join(here, 'theme.css'), 'utf8')
  .replace('source-sans-3.woff2', font)
  .replace('source-sans-3-extended.woff2', fontExtended);
const themeBuilt = (await build({
  stdin: { contents: theme, loader: 'css', resolveDir: here },
  bundle: true, minify: true, write: false, external: ['/assets/*'], legalComments: 'none',
})).outputFiles[0].text;
publish('theme.css', `/* SPDX-License-Identifier: EUPL-1.2 */\n${themeBuilt}`);

const components = await bundle('components.css',
  '; with components of the NL Design System community (EUPL-1.2)');
publish('components.css', `${neededTokens([components, themeBuilt])}\n${components}`);
publish('pages.js', await bundle('pages.js', ''));
publish('fragment.js', await bundle('fragment.js', ''));
publish('passkey.js', await bundle('passkey.js', ''));
publish('icon.svg', readFileSync(join(here, 'icon.svg')));

const lines = [...addresses].sort().map(([name, file]) => `${name} = ${file}`);
const manifest = join(root, 'nl/cims/pages');
mkdirSync(manifest, { recursive: true });
writeFileSync(join(manifest, 'assets.properties'),
  `# SPDX-License-Identifier: EUPL-1.2\n# Made by build.mjs.\n${lines.join('\n')}\n`);
console.log(readdirSync(assets).join('\n'));
