import assert from 'node:assert/strict';
import { test } from 'node:test';

import { emptyPage, framed } from '../../src/ledger/page';

const PAGE = '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><p>$& costs $1</p></body></html>';

test('a page may load nothing, and only the script that tells of clicks runs', () => {
  const html = framed(PAGE, { nonce: 'abc', scroll: 0 });
  assert.match(html, /<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'nonce-abc'">/);
  assert.equal(html.match(/<script/g)?.length, 1);
  assert.match(html, /<script nonce="abc">/);
});

test('the words of the story stay as they are', () => {
  assert.match(framed(PAGE, { nonce: 'abc', scroll: 0 }), /<p>\$& costs \$1<\/p>/);
});

test('a page without a head gets one', () => {
  assert.match(framed('<p>bare</p>', { nonce: 'abc', scroll: 12.4 }), /<head><meta .*<p>bare<\/p>.*scrollTo\(0, 12\)/s);
});

test('what is said in the place of a ledger is text', () => {
  assert.match(emptyPage('a <b> & c'), /<p>a &lt;b> &amp; c<\/p>/);
});
