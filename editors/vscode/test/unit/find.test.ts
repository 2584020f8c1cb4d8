import assert from 'node:assert/strict';
import { test } from 'node:test';

import { findServer, type Surroundings } from '../../src/server/find';

function around(programs: string[], more: Partial<Surroundings> = {}): Surroundings {
  return {
    setting: '',
    extension: '/ext',
    searchPath: '/usr/bin:/opt/bin',
    home: '/home/ida',
    platform: 'linux',
    isProgram: (file) => programs.includes(file),
    ...more,
  };
}

test('the program that the user has set comes before all others', () => {
  const found = findServer(around(['/own/copydesk', '/ext/server/copydesk'], { setting: ' /own/copydesk ' }));
  assert.deepEqual(found, { kind: 'found', file: '/own/copydesk', origin: 'setting' });
});

test('a tilde in the setting is the home folder', () => {
  const found = findServer(around(['/home/ida/bin/copydesk'], { setting: '~/bin/copydesk' }));
  assert.deepEqual(found, { kind: 'found', file: '/home/ida/bin/copydesk', origin: 'setting' });
});

test('a setting that leads nowhere is reported and nothing else is run in its place', () => {
  const found = findServer(around(['/ext/server/copydesk'], { setting: '/own/copydesk' }));
  assert.deepEqual(found, { kind: 'wrong-setting', setting: '/own/copydesk', isRelative: false });
});

test('a path that starts nowhere is never run, even if there is a program', () => {
  const found = findServer(around(['bin/copydesk'], { setting: 'bin/copydesk' }));
  assert.deepEqual(found, { kind: 'wrong-setting', setting: 'bin/copydesk', isRelative: true });
});

test('the program that comes with the extension is next', () => {
  const found = findServer(around(['/ext/server/copydesk', '/usr/bin/copydesk']));
  assert.deepEqual(found, { kind: 'found', file: '/ext/server/copydesk', origin: 'bundled' });
});

test('then the first on the PATH, of whose folders only whole paths count', () => {
  const found = findServer(around(['./copydesk', '/opt/bin/copydesk'], { searchPath: '.::/usr/bin:/opt/bin' }));
  assert.deepEqual(found, { kind: 'found', file: '/opt/bin/copydesk', origin: 'path' });
});

test('on Windows the program ends in .exe', () => {
  const found = findServer(
    around(['C:\\desk\\copydesk.exe'], { platform: 'win32', extension: 'C:\\ext', searchPath: 'C:\\win;C:\\desk' }),
  );
  assert.deepEqual(found, { kind: 'found', file: 'C:\\desk\\copydesk.exe', origin: 'path' });
});

test('where there is none, that is said', () => {
  assert.deepEqual(findServer(around([])), { kind: 'missing' });
});
