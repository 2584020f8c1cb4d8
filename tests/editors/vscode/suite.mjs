// Runs the suite inside the extension host: node suite.mjs URL PROFILE PICTURES
// VS Code reports through two functions that the page is given, as its own integration tests do.
import { resolve } from 'node:path';

import { openBrowser } from './browser.mjs';

const [url, home, pictures] = process.argv.slice(2);
const remote = (path) => `vscode-remote://${new URL(url).host}${path}`;
const window = await openBrowser(pictures);
let tally = '0 passed, 1 failed';
let finish;
const ended = new Promise((resume) => { finish = resume; });
await window.page.exposeFunction('codeAutomationLog', (_type, [line, ...rest]) => {
  if (/^\d+ passed, \d+ failed$/.test(line)) tally = line;
  else if (/^(not )?ok /.test(line)) console.log(`  ${line}`, ...rest);
});
await window.page.exposeFunction('codeAutomationExit', (code) => finish(code));
const payload = [
  ['extensionDevelopmentPath', remote(resolve('editors/vscode'))],
  ['extensionTestsPath', remote(resolve('editors/vscode/out/suite/index.js'))],
];
await window.page.goto(`${url}/?folder=${encodeURIComponent(`${home}/drafts`)}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
const code = await Promise.race([ended, new Promise((resume) => setTimeout(() => resume('no answer in time'), 600_000).unref())]);
if (code !== 0) {
  await window.picture('suite-failed');
  console.log(`  the extension host ended with ${code}`);
}
await window.close();
console.log(tally);
process.exit(code === 0 ? 0 : 1);
