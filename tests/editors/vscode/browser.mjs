// A reporter's hands and eyes in VS Code: opens it in a Chromium, runs commands, points, clicks and reads.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const require = createRequire(resolve('.cache/playwright/index.js'));
const { chromium } = require('playwright-core');

export const PATIENCE = 60_000;

// The editor draws blanks as U+00A0.
export const plain = (text) => text.replace(/\u00a0/g, ' ');

export async function openBrowser(pictures, { height = 760, width = 1240, name = 'step' } = {}) {
  mkdirSync(pictures, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-US' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  return new Window(browser, page, pictures, name);
}

export async function until(what, look, patience = PATIENCE) {
  for (const end = Date.now() + patience; ;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resume) => setTimeout(resume, 100));
  }
}

export class Window {
  constructor(browser, page, pictures, name) {
    Object.assign(this, { browser, page, pictures, name, passed: 0, failed: 0 });
  }

  // One step of a script: says how it went, and takes a picture where it failed.
  async step(name, body) {
    try {
      await body();
      this.passed += 1;
      console.log(`  ok ${name}`);
    } catch (error) {
      this.failed += 1;
      await this.picture(`failed-${this.name}-${this.failed}`).catch(() => {});
      console.log(`  not ok ${name}: ${String(error.stack ?? error).split('\n').slice(0, 4).join('\n      ')}`);
      await this.page.keyboard.press('Escape').catch(() => {});
    }
  }

  // Ends the script with how its steps went.
  async end() {
    await this.close();
    console.log(`${this.passed} passed, ${this.failed} failed`);
    process.exit(this.failed === 0 ? 0 : 1);
  }

  picture(name, clip) {
    return this.page.screenshot({ path: join(this.pictures, `${name}.png`), ...(clip ? { clip } : {}) });
  }

  async openFolder(url, folder) {
    await this.page.goto(`${url}/?folder=${encodeURIComponent(folder)}`, { waitUntil: 'domcontentloaded' });
    await this.page.locator('.monaco-workbench').waitFor();
    await this.page.locator('.statusbar').waitFor();
    await this.page.waitForTimeout(1000);
  }

  // Runs a command by its title; waits for the row that names it, since Enter too early runs nothing.
  async command(title) {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    await input.waitFor({ state: 'visible' });
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title.split(': ').at(-1) }).first().waitFor();
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  async openFile(name) {
    await this.page.keyboard.press('Control+P');
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    await input.waitFor({ state: 'visible' });
    await input.fill(name);
    // Files opened lately are listed before the name has narrowed them down: Enter takes the first.
    const first = this.page.locator('.quick-input-list .monaco-list-row[data-index="0"]');
    await first.filter({ hasText: name.split('/').at(-1) }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.editor-instance .view-lines .view-line').first().waitFor();
  }

  // Where on the screen the words stand in an editor.
  rectangleOf(words) {
    return this.page.evaluate((wanted) => {
      for (const line of document.querySelectorAll('.editor-instance .view-lines .view-line')) {
        const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        const nodes = [];
        let all = '';
        for (let node; (node = walk.nextNode());) {
          nodes.push([all.length, node]);
          all += node.data;
        }
        const start = all.replace(/\u00a0/g, ' ').indexOf(wanted);
        if (start < 0) continue;
        const at = (place) => {
          const [from, node] = nodes.filter(([from]) => from <= place).at(-1);
          return [node, place - from];
        };
        const range = document.createRange();
        range.setStart(...at(start));
        const [node, place] = at(start + wanted.length - 1);
        range.setEnd(node, place + 1);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y, width, height };
      }
      return null;
    }, words);
  }

  // Clicks on the last of the words.
  async click(words) {
    const { x, y, width, height } = await until(`“${words}” is on the screen`, () => this.rectangleOf(words));
    await this.page.mouse.click(x + width - 14, y + height / 2);
  }

  // Asks for what can be done about the words, until the menu holds `row`: a menu that a window still busy with
  // something else has closed, or never opened, is asked for once more, as by anybody who sees nothing come up.
  async menu(words, row) {
    await until('the menu holds it', async () => {
      await this.click(words);
      await this.page.keyboard.press('Control+.');
      const shown = await row.waitFor({ timeout: 5_000 }).then(() => true, () => false);
      if (!shown) await this.page.keyboard.press('Escape');
      return shown;
    });
  }

  // Rests the pointer on the last of the words until what appears holds `expected`.
  async hover(words, expected) {
    const { x, y, width, height } = await until(`“${words}” is on the screen`, () => this.rectangleOf(words));
    await this.page.mouse.move(x + 240, y + 160);
    await this.page.mouse.move(x + width - 14, y + height / 2, { steps: 8 });
    const hover = this.page.locator('.monaco-hover:not(.hidden) .hover-contents, .monaco-hover:not(.hidden) .hover-row');
    const text = await until(`the hover holds “${expected}”`, async () => {
      const shown = plain((await hover.allInnerTexts()).join('\n'));
      return shown.includes(expected) ? shown : undefined;
    });
    await this.page.waitForTimeout(500); // it fades in
    return text;
  }

  async text() {
    return plain(await this.page.evaluate(() =>
      [...document.querySelectorAll('.editor-instance .view-lines .view-line')]
        .sort((one, other) => parseFloat(one.style.top) - parseFloat(other.style.top))
        .map((line) => line.textContent).join('\n')));
  }

  squiggles() {
    return this.page.locator('.editor-instance .squiggly-error, .editor-instance .squiggly-warning').count();
  }

  async status() {
    const item = this.page.locator('.statusbar-item[id="copydesk.copydesk.copydesk.status"], .statusbar-item[id*="copydesk.status"]');
    return (await item.count()) === 0 ? '' : plain(await item.first().innerText()).trim();
  }

  async rows(selector) {
    return (await this.page.locator(`${selector} .monaco-list-row`).allInnerTexts()).map((row) => plain(row).replace(/\s*\n\s*/g, ' | '));
  }

  close() {
    return this.browser.close();
  }
}
