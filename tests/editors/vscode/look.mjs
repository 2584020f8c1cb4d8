// What a reporter sees and does, step by step, with pictures: node look.mjs URL PROFILE PICTURES
// The extension is installed from its package, and the server is the one inside.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

import { openBrowser, plain, until } from './browser.mjs';

const [url, home, pictures] = process.argv.slice(2);
const window = await openBrowser(pictures, { name: 'look' });
const { page } = window;
const TOTAL = 'sold 14,200';
const step = (name, body) => window.step(name, body);

// Changes the user's settings where they are written down, as somebody who likes to type does.
const settings = { User: JSON.parse(readFileSync('tests/editors/vscode/settings.json', 'utf8')), Remote: {} };
async function set(changes, scope = 'User') {
  Object.assign(settings[scope], changes);
  await window.command(`Preferences: Open ${scope} Settings (JSON)`);
  await until('the settings', () => page.locator('.tab.active', { hasText: 'settings.json' }).count());
  await page.locator('.editor-instance .view-lines').first().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(JSON.stringify(settings[scope]));
  // The editor may have closed a bracket or a quotation mark on its own.
  await page.keyboard.press('Control+Shift+End');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+S');
  await until('they are saved', async () => (await page.locator('.tab.active.dirty').count()) === 0);
  await page.keyboard.press('Control+W');
}

// The process of the server: the one whose program lies in this profile's extensions.
function serverProcess() {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const line = lines.find((line) => line.includes(`${home}/extensions/`) && line.endsWith('/server/copydesk lsp'));
  return line ? Number(line.trim().split(' ')[0]) : undefined;
}

const VIEW = '.tree-explorer-viewlet-tree-view';
// The part of the window in which something is to be seen.
const TOP = { x: 0, y: 30, width: 1240, height: 440 };
const editorBox = () => page.locator('.part.editor').boundingBox();

async function ledgerFrame(expected) {
  return until(`the ledger holds “${expected}”`, async () => {
    for (const frame of page.frames()) {
      const text = await frame.locator('body').innerText({ timeout: 500 }).catch(() => '');
      if (text.includes(expected) && frame !== page.mainFrame()) return frame;
    }
    return undefined;
  });
}

// Opens the story and waits until all that the server says of it is painted: what is yet to come, as a sum beside
// its figure, moves the words away from under the pointer, and a menu that is asked for too early stays as it came.
async function openStory() {
  await window.openFile('regatta.md');
  await until('squiggles', async () => (await window.squiggles()) >= 4);
  await until('a sum beside its figure', sumsBeside);
  await until('the counts in the status bar', async () => (await window.status()) === '3 unsourced, 1 inconsistent');
}

const sumsBeside = () => page.locator('.editor-instance .view-lines').getByText('≠').count();

async function problem(words, isThere) {
  await until(`${words} ${isThere ? 'is' : 'is no longer'} among the problems`, async () => {
    const rows = await window.rows('.markers-panel');
    return rows.some((row) => row.includes(words)) === isThere;
  });
}

await window.openFolder(url, `${home}/drafts`);

await step('a story is opened, and an inconsistent total is underlined', async () => {
  await openStory();
  await page.waitForTimeout(800);
  await window.picture('squiggles', await editorBox());
  await window.picture('whole');
});

await step('the Problems list has it, with the figures that it speaks of', async () => {
  await window.command('Problems: Focus on Problems View');
  await problem('The parts add up to 13,600; the story says 14,200.', true);
  const rows = await window.rows('.markers-panel');
  for (const part of ['6,300', '4,100', '3,200']) assert.ok(rows.some((row) => row.includes(part)), rows.join('\n'));
  await window.picture('problems');
  await page.keyboard.press('Control+J'); // the panel has been seen
});

await step('the pointer on a figure brings up the claim card', async () => {
  const text = await window.hover(TOTAL, 'Jonna Beck');
  assert.match(text, /14,150|14,200/);
  assert.match(text, /The parts add up to 13,600/);
  await window.picture('card', await editorBox());
  await page.keyboard.press('Escape');
});

await step('a click in the status bar opens the claims, by source', async () => {
  await page.locator('.statusbar-item[id*="copydesk.status"]').first().click();
  const rows = await until('the claims', async () => {
    const rows = await window.rows(VIEW);
    return rows.some((row) => row.includes('Jonna Beck')) ? rows : undefined;
  });
  assert.ok(rows[0].startsWith('Nobody named'), rows.join('\n'));
  const badge = page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="copydesk"]') }).locator('.badge-content');
  await until('the count on its badge', async () => (await badge.first().innerText()) === '4');
  await page.waitForTimeout(500);
  await window.picture('claims', TOP);
});

await step('a click on a claim goes there, and the view follows the cursor', async () => {
  await page.locator(`${VIEW} .monaco-list-row`, { hasText: '$310,000' }).first().click();
  await until('the cursor is there', async () => (await page.locator('.statusbar').innerText()).includes('Ln 7'));
  await window.click('6,300');
  await until('the view has moved', async () =>
    (await page.locator(`${VIEW} .monaco-list-row.selected`).allInnerTexts()).some((row) => row.includes('6,300')));
  await window.picture('claims-followed', TOP);
});

await step('the claims can be put by paragraph, and down to what is unsourced', async () => {
  await window.command('copydesk: Claims by Paragraph');
  await until('paragraphs', async () => (await window.rows(VIEW))[0]?.startsWith('Regatta draws'));
  await window.command('copydesk: Only What Is Unsourced');
  await until('three claims', async () => (await window.rows(VIEW)).length === 3);
  await window.picture('unsourced');
  await window.command('copydesk: Claims by Source');
  await until('sources', async () => (await window.rows(VIEW))[0]?.startsWith('Nobody named'));
});

await step('the ledger stands beside the story', async () => {
  await window.command('copydesk: Show the Ledger');
  const frame = await ledgerFrame('Jonna Beck');
  assert.equal(await frame.locator('.sum.broken svg .part').count(), 3, 'the sum is drawn with its parts');
  assert.equal(await frame.locator('.sum.broken svg .gap').count(), 1, 'and with what is missing');
  await page.waitForTimeout(1000);
  await page.keyboard.press('Control+B');
  const size = page.viewportSize();
  await page.setViewportSize({ ...size, height: 960 });
  await page.waitForTimeout(1000);
  await window.picture('ledger', { ...TOP, height: 900 });
  await frame.locator('.sums').evaluate((sums) => sums.scrollIntoView());
  await page.waitForTimeout(500);
  await window.picture('sum', { x: 644, y: 30, width: 596, height: 620 });
  await frame.locator('article').evaluate((story) => story.scrollIntoView());
  await page.setViewportSize(size);
});

await step('a click in the ledger goes to the words in the story', async () => {
  const frame = await ledgerFrame('Jonna Beck');
  await frame.locator('article [data-line="7"]').first().click();
  await until('the cursor is there', async () => (await page.locator('.statusbar').innerText()).includes('Ln 7'));
});

for (const [name, theme] of [['dark', 'Default Dark Modern'], ['contrast', 'Default High Contrast']]) {
  await step(`everything can be read in the theme ${theme}`, async () => {
    await set({ 'workbench.colorTheme': theme });
    await until('the theme', () => page.locator(`.monaco-workbench.${name === 'dark' ? 'vs-dark' : 'hc-black'}`).count());
    const frame = await ledgerFrame('Jonna Beck');
    await until('the page is dark', () => frame.evaluate(() => {
      const light = (colour) => colour.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765;
      const style = getComputedStyle(document.body);
      return light(style.backgroundColor) < 0.3 && light(style.color) > 0.6;
    }));
    await page.waitForTimeout(700);
    await window.picture(`ledger-${name}`);
  });
}
await set({ 'workbench.colorTheme': 'Default Light Modern' });
await until('the theme', () => page.locator('.monaco-workbench.vs').count());
await window.command('View: Close All Editors');
await openStory();

await step('the fix corrects the total, and the finding goes', async () => {
  const row = page.locator('.action-widget .monaco-list-row', { hasText: 'Change the total to 13,600' }).first();
  await window.menu(TOTAL, row);
  await page.waitForTimeout(400);
  await window.picture('fix', await editorBox());
  await row.click();
  await until('the text is mended', async () => (await window.text()).includes('sold 13,600'));
  await page.keyboard.press('Control+J');
  await until('the finding is gone from the list', async () => {
    const rows = await window.rows('.markers-panel');
    return rows.length > 0 && !rows.some((row) => row.includes('The parts add up'));
  });
  await page.keyboard.press('Control+J');
  await window.command('File: Revert File');
  await until('it is as it was', async () => (await window.text()).includes('sold 14,200'));
});

await step('a rule that is switched off is quiet at once', async () => {
  const reportedly = () => page.locator('.editor-instance .squiggly-warning').count();
  await until('its line', async () => (await reportedly()) === 2);
  await set({ 'copydesk.rules': { hearsay: 'off' } });
  await until('one less', async () => (await window.status()) === '2 unsourced, 1 inconsistent');
  await until('its line goes', async () => (await reportedly()) === 1);
  await set({ 'copydesk.rules': {} });
  await until('it is back', async () => (await window.status()) === '3 unsourced, 1 inconsistent');
});

await step('the settings can be clicked', async () => {
  await until('a sum beside its figure', sumsBeside);
  await window.command('copydesk: Open the Settings');
  const box = page.locator('.settings-editor .setting-item-bool', { hasText: 'Inlay Hints' }).first();
  await page.locator('.settings-editor .setting-item-contents').first().waitFor();
  await page.waitForTimeout(1200);
  await window.picture('settings', await page.locator('.part.editor').boundingBox());
  const input = page.locator('.settings-editor .suggest-input-container .view-lines').first();
  await input.click();
  await page.keyboard.type(' inlay');
  await box.waitFor();
  await box.locator('.setting-value-checkbox').click();
  await page.waitForTimeout(800);
  await window.picture('settings-inlay');
  await page.keyboard.press('Control+W');
  await until('no sum beside it', async () => (await sumsBeside()) === 0);
});

await step('a figure is marked as checked from the context menu', async () => {
  const { x, y, width, height } = await window.rectangleOf('$310,000');
  await page.mouse.click(x + width / 2, y + height / 2);
  await page.mouse.click(x + width / 2, y + height / 2, { button: 'right' });
  const entry = page.locator('.monaco-menu .action-item', { hasText: 'Mark as Checked [CQ]' }).first();
  await entry.waitFor();
  await page.waitForTimeout(300);
  await window.picture('menu');
  await entry.click();
  await until('the mark', async () => (await window.text()).includes('$310,000 [CQ]'));
  await until('the finding goes', async () => (await window.status()) === '2 unsourced, 1 inconsistent');
  await window.command('File: Revert File');
  await until('it is back', async () => (await window.status()) === '3 unsourced, 1 inconsistent');
});

await step('a server that is killed comes back', async () => {
  const before = await until('a server', serverProcess);
  process.kill(before, 'SIGKILL');
  await until('another server', () => { const now = serverProcess(); return now && now !== before; });
  await window.click('The final was won');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nSources say the quay is lost.', { delay: 15 });
  await until('it finds what is typed', async () => (await window.status()) === '4 unsourced, 1 inconsistent');
  await window.command('File: Revert File');
});

await step('where the program is not to be found, one notification says what to do', async () => {
  await set({ 'copydesk.server.path': '/nowhere/copydesk' }, 'Remote');
  await until('the status bar says so', async () => (await window.status()).endsWith('copydesk'));
  // While a window is driven, notifications go straight to their list.
  await window.command('Notifications: Show Notifications');
  const told = page.locator('.notifications-center .notification-list-item', { hasText: 'copydesk cannot start' });
  await told.first().waitFor();
  assert.equal(await told.count(), 1);
  const text = plain(await told.first().innerText());
  assert.match(text, /“\/nowhere\/copydesk”, and there is no program/);
  assert.match(text, /Open Settings/);
  assert.equal(await page.locator('.notifications-center .notification-list-item').count(), 1);
  await window.picture('no-server');
  await set({ 'copydesk.server.path': '' }, 'Remote');
  await until('it runs again', async () => /inconsistent/.test(await window.status()));
  await window.command('Notifications: Clear All Notifications');
});

await step('a folder cannot name a program', async () => {
  execFileSync('mkdir', ['-p', `${home}/drafts/.vscode`]);
  writeFileSync(`${home}/drafts/.vscode/settings.json`, JSON.stringify({ 'copydesk.server.path': '/bin/false' }));
  const before = serverProcess();
  await window.command('copydesk: Restart the Server');
  await until('the server inside the extension runs', async () => {
    const now = serverProcess();
    return now && now !== before && /inconsistent/.test(await window.status());
  });
});

await step('the tour opens on a sample story', async () => {
  await window.command('View: Close All Editors');
  await window.command('copydesk: Open a Sample Story');
  await until('its findings', async () => (await window.status()) === '3 unsourced, 1 inconsistent');
  await page.waitForTimeout(600);
  await window.picture('sample');
  await window.command('File: Revert File');
});

await window.end();
