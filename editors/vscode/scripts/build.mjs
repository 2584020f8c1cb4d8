// Bundles the extension (dist/extension.js), or with --tests what is tested: the unit tests, each a file of its own,
// and the suite that runs inside the extension host.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
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
  const { metafile } = await build({
    ...common, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', minify: production, sourcemap: false, metafile: true,
  });
  writeLicences(Object.keys(metafile.inputs));
}

// The licences of what is bundled, each of which asks to come along.
function writeLicences(inputs) {
  const packages = new Set(inputs.flatMap((input) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []));
  const texts = [...packages].sort().map((folder) => {
    const name = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
    const { name: title, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const text = name && existsSync(`${folder}/${name}`) ? readFileSync(`${folder}/${name}`, 'utf8').trim() : license;
    return `${title} ${version}\n\n${text}\n`;
  });
  writeFileSync('THIRD-PARTY.txt', `The extension holds parts of these packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`);
}
