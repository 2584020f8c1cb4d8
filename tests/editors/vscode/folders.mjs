// Two folders at once, each a newsroom of its own, with blanks and umlauts in their names: node folders.mjs URL PROFILE PICTURES
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';

import { openBrowser, until } from './browser.mjs';

const [url, home, pictures] = process.argv.slice(2);
const STORY = '# Fähre\n\nThe ferry carried 340 people in August.\n\nIt is reportedly lost.\n';
const desks = { 'Lokal & Kai': 'hearsay = "off"', 'Büro 2': 'unattributed-figure = "off"\nhearsay = "off"' };
for (const [name, levels] of Object.entries(desks)) {
  mkdirSync(`${home}/${name}`);
  writeFileSync(`${home}/${name}/copydesk.toml`, `[rules]\n${levels}\n`);
  writeFileSync(`${home}/${name}/Fähre ${name} #1.md`, STORY);
}
const workspace = `${home}/two desks.code-workspace`;
writeFileSync(workspace, JSON.stringify({ folders: Object.keys(desks).map((path) => ({ path })) }));

const window = await openBrowser(pictures, { name: 'folders' });
const { page } = window;
const step = (name, body) => window.step(name, body);

await page.goto(`${url}/?workspace=${encodeURIComponent(workspace)}`, { waitUntil: 'domcontentloaded' });
await page.locator('.statusbar').waitFor();
await page.waitForTimeout(1500);

await step('each folder’s copydesk.toml holds for its drafts', async () => {
  await window.openFile('Fähre Lokal & Kai #1.md');
  await until('the one folder’s', async () => (await window.status()) === '1 unsourced');
  await window.openFile('Fähre Büro 2 #1.md');
  await until('the other folder’s', async () => (await window.status()) === 'nothing to ask');
});

await step('the ledger of a draft with blanks and umlauts in its name leads to its words', async () => {
  await window.openFile('Fähre Lokal & Kai #1.md');
  await until('its counts', async () => (await window.status()) === '1 unsourced');
  await window.command('copydesk: Show the Ledger');
  const frame = await until('the ledger', async () => {
    for (const frame of page.frames().filter((frame) => frame !== page.mainFrame())) {
      if ((await frame.locator('article [data-line="3"]').count().catch(() => 0)) > 0) return frame;
    }
    return undefined;
  });
  assert.equal(await page.locator('.tab', { hasText: 'Ledger: Fähre Lokal & Kai #1.md' }).count(), 1);
  await frame.locator('article span.figure[data-line="3"]').first().click();
  await until('the cursor is on the figure', async () => (await page.locator('.statusbar').innerText()).includes('Ln 3, Col 19'));
  await window.picture('folders');
});

await step('every draft of both folders is checked on command', async () => {
  await window.command('copydesk: Check Every Draft in the Folder');
  // While a window is driven, notifications go straight to their list.
  await window.command('Notifications: Show Notifications');
  await page.locator('.notifications-center .notification-list-item', { hasText: '2 drafts read: 0 errors, 1 warning.' }).first().waitFor();
});

await window.end();
