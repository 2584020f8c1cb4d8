import assert from 'node:assert/strict';
import { test } from 'node:test';

import { claimAt, groupsOf } from '../../src/claims/groups';
import type { Claim, Listing, Range } from '../../src/claims/listing';

function range(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

function claim(id: string, more: Partial<Claim>): Claim {
  return {
    id,
    kind: 'figure',
    text: id,
    range: range(0, 0, 1),
    standing: 'attributed',
    says: '',
    source: null,
    paragraph: 0,
    checked: false,
    asked: false,
    broken: false,
    ...more,
  };
}

const STORY: Listing = {
  version: 1,
  claims: [
    claim('quote', { kind: 'quote', range: range(2, 0, 40), source: 0, paragraph: 1 }),
    claim('figure in it', { range: range(2, 10, 14), source: 0, paragraph: 1 }),
    claim('rumour', { kind: 'statement', standing: 'hearsay', range: range(4, 0, 30), paragraph: 2, asked: true }),
    claim('age', { standing: 'unattributed', range: range(4, 40, 42), paragraph: 2 }),
  ],
  sources: [
    { name: 'Mira Tolland', kind: 'person' },
    { name: 'the council', kind: 'organization' },
  ],
  paragraphs: [
    { text: 'Bridges', role: 'headline', range: range(0, 2, 9) },
    { text: '“I would not', role: '', range: range(2, 0, 60) },
    { text: 'A builder', role: '', range: range(4, 0, 60) },
  ],
  unsourced: 1,
  inconsistent: 0,
  other: 0,
  tally: '1 unsourced',
};

function shown(order: 'source' | 'paragraph' | 'unsourced'): [string, string[]][] {
  return groupsOf(STORY, order).map(({ label, claims }) => [label, claims.map(({ id }) => id)]);
}

test('by source, what nobody says comes first and a source that says nothing is left out', () => {
  assert.deepEqual(shown('source'), [
    ['Nobody named', ['rumour', 'age']],
    ['Mira Tolland', ['quote', 'figure in it']],
  ]);
});

test('by paragraph, one without claims is left out', () => {
  assert.deepEqual(shown('paragraph'), [
    ['“I would not', ['quote', 'figure in it']],
    ['A builder', ['rumour', 'age']],
  ]);
});

test('only what is unsourced is what the desk asks about, without headings', () => {
  assert.deepEqual(shown('unsourced'), [['', ['rumour']]]);
});

test('the claim under the cursor is the shortest there, its ends included', () => {
  assert.equal(claimAt(STORY, { line: 2, character: 14 })?.id, 'figure in it');
  assert.equal(claimAt(STORY, { line: 2, character: 15 })?.id, 'quote');
  assert.equal(claimAt(STORY, { line: 2, character: 41 }), undefined);
});
