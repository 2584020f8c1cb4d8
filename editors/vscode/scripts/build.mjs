// Bundles the extension (dist/extension.js), or with --tests what is tested: the unit tests, each a file of its own,
// and the suite that runs inside the extension host.
import { readdirSync } from 'node:fs';
import { build } from 'esbuild';

const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  logLevel: 'warning',
};

const filesIn = (folder) => readdirSync(folder).filter((name) => name.endsWith('.test.ts')).map((name) => `${folder}/${name}`);

const production = process.argv.includes('--production');
if (process.argv.includes('--tests')) {
  await build({ ...common, entryPoints: filesIn('test/unit'), outdir: 'out/unit' });
  await build({ ...common, entryPoints: ['test/suite/index.ts'], outfile: 'out/suite/index.js' });
} else {
  await build({ ...common, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', minify: production, sourcemap: false });
}
