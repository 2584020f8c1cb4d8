// A folder that is not trusted: node restricted.mjs URL PROFILE PICTURES
// Drafts in it are read; what its own settings say of a program is not.
import { mkdirSync, writeFileSync } from 'node:fs';

import { openBrowser, until } from './browser.mjs';

const [url, home, pictures] = process.argv.slice(2);
mkdirSync(`${home}/drafts/.vscode`);
writeFileSync(`${home}/drafts/.vscode/settings.json`,
  JSON.stringify({ 'copydesk.server.path': '/bin/false', 'copydesk.configuration': '/nowhere/copydesk.toml' }));
const window = await openBrowser(pictures);
let tally = '0 passed, 1 failed';
try {
  await window.openFolder(url, `${home}/drafts`);
  const trust = window.page.getByRole('button', { name: /don't trust|Browse Folder in Restricted Mode/i }).first();
  if (await trust.isVisible().catch(() => false)) await trust.click();
  await until('Restricted Mode', async () => (await window.page.locator('.part.titlebar, .part.banner, .statusbar').allInnerTexts()).join(' ').includes('Restricted'));
  await window.openFile('regatta.md');
  await until('its findings', async () => (await window.status()) === '3 unsourced, 1 inconsistent');
  await until('squiggles', async () => (await window.squiggles()) >= 4);
  await window.picture('restricted');
  console.log('  ok a story is read in a folder that is not trusted, and nothing that the folder names is run');
  tally = '1 passed, 0 failed';
} catch (error) {
  await window.picture('failed-restricted').catch(() => {});
  console.log(`  not ok a story is read in a folder that is not trusted: ${String(error.stack ?? error).split('\n').slice(0, 3).join('\n      ')}`);
}
await window.close();
console.log(tally);
process.exit(tally.startsWith('1') ? 0 : 1);
