import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CrashCounter, WITHIN } from '../../src/server/crashes';
import { settingsFor } from '../../src/server/settings';
import { cannotFind, isTooOld } from '../../src/server/trouble';
import { isNewEnough, versionIn } from '../../src/server/version';

test('the version is read from what the program prints', () => {
  assert.equal(versionIn('copydesk 0.12.3\n'), '0.12.3');
  assert.equal(versionIn('copydesk 1.0.0-rc.1 (abc)'), '1.0.0');
  assert.equal(versionIn('GNU nano 7.2'), undefined);
});

test('versions are compared number by number', () => {
  assert.equal(isNewEnough('0.10.0', '0.9.9'), true);
  assert.equal(isNewEnough('0.9.9', '0.10.0'), false);
  assert.equal(isNewEnough('1.2.3', '1.2.3'), true);
  assert.equal(isNewEnough('0.0.9', '0.1.0'), false);
});

test('a server that crashes again and again is left alone, one that crashes now and then is not', () => {
  const often = new CrashCounter();
  assert.deepEqual([0, 1, 2, 3].map((now) => often.isWorthAnotherTry(now)), [true, true, true, false]);
  const seldom = new CrashCounter();
  assert.deepEqual([0, 1, 2, 3].map((time) => seldom.isWorthAnotherTry(time * WITHIN)), [true, true, true, true]);
});

test('a restart by hand gives it all its chances again', () => {
  const counter = new CrashCounter();
  [0, 1, 2, 3].forEach((now) => counter.isWorthAnotherTry(now));
  counter.forget();
  assert.equal(counter.isWorthAnotherTry(4), true);
});

test('the server is told what somebody has set and nothing else', () => {
  const set: Record<string, unknown> = { run: 'onSave', 'figures.strictness': 'strict', 'figures.percentages': false };
  const settings = settingsFor({ get: (key) => set[key], isSet: (key) => key in set });
  assert.deepEqual(settings, { run: 'onSave', figures: { strictness: 'strict', percentages: false } });
  assert.deepEqual(settingsFor({ get: () => 'x', isSet: () => false }), {});
});

test('what is told in trouble says what helps', () => {
  assert.match(cannotFind({ kind: 'missing' }).message, /Install the copydesk extension made for your system/);
  assert.match(cannotFind({ kind: 'wrong-setting', setting: 'bin/x', isRelative: true }).message, /“bin\/x”, and that is not a whole path/);
  assert.match(isTooOld('/usr/bin/copydesk', '0.0.1').message, /is version 0\.0\.1; this extension needs/);
});
