// Where CouchDB is, as a person types it.

import { expect, test } from 'vitest';
import { parseCouchAddress } from '../../../src/sync/couchAddress';

const typed = { url: '/couch', database: 'gate-north', user: 'tablets', password: ' secret ' };

test.each([
  ['/couch', '/couch'],
  [' /couch/ ', '/couch'],
  ['/sync/couch', '/sync/couch'],
  ['https://couch.example.com/couch/', 'https://couch.example.com/couch'],
  ['https://couch.example.com:6984', 'https://couch.example.com:6984'],
  ['http://localhost:5984/', 'http://localhost:5984'],
  ['http://127.0.0.1:5984', 'http://127.0.0.1:5984'],
])('the address %s is %s', (url, kept) => {
  expect(parseCouchAddress({ ...typed, url })).toEqual({ ok: true, value: { ...typed, url: kept } });
});

test.each([
  ['', 'missing'],
  ['couch.example.com', 'unreadable'],
  ['localhost:5984', 'unreadable'],
  ['/', 'unreadable'],
  ['//elsewhere.example', 'unreadable'],
  ['/couch/../admin', 'unreadable'],
  ['ftp://couch.example.com', 'unreadable'],
  ['https://', 'unreadable'],
  ['https://couch.example.com/?db=a', 'unreadable'],
  ['https://couch.example.com/#a', 'unreadable'],
  ['http://couch.example.com', 'notSecure'],
  ['http://localhost.example.com', 'notSecure'],
  ['https://tablets:secret@couch.example.com', 'holdsPassword'],
])('the address "%s" is refused: %s', (url, refusal) => {
  expect(parseCouchAddress({ ...typed, url })).toEqual({ ok: false, error: { url: refusal } });
});

test.each(['Gate', '1gate', '_users', 'gate north', 'gate/north', 'a'.repeat(239)])(
  'a database cannot be named "%s"',
  (database) => {
    expect(parseCouchAddress({ ...typed, database })).toEqual({ ok: false, error: { database: 'badName' } });
  },
);

test.each(['_admin', 'a:b'])('a user cannot be named "%s"', (user) => {
  expect(parseCouchAddress({ ...typed, user })).toEqual({ ok: false, error: { user: 'badName' } });
});

test('each empty field is told on its own', () => {
  expect(parseCouchAddress({ url: ' ', database: '', user: ' ', password: '' })).toEqual({
    ok: false,
    error: { url: 'missing', database: 'missing', user: 'missing', password: 'missing' },
  });
});
