import { expect, test } from 'vitest';
import { safeInfoLink, splitKeywords, tlsftpHost } from './accessPoint.ts';
import { identityName } from './identity.ts';

test.each([
  ['detector, x-ray ,,  detector,beamline', ['detector', 'x-ray', 'beamline']],
  ['', []],
  [' , ', []],
])('splitKeywords(%j)', (text, keywords) => {
  expect(splitKeywords(text)).toEqual(keywords);
});

test.each([
  ['https://lab.example/streams', 'https://lab.example/streams'],
  [' HTTP://lab.example ', 'http://lab.example/'],
  ['javascript:alert(1)', null],
  ['java\nscript:alert(1)', null],
  ['data:text/html,x', null],
  ['//lab.example', null],
  ['https:lab.example', null],
  ['lab.example', null],
  ['https://', null],
  ['https://globus.org@evil.example/', null],
  ['see https://lab.example', null],
])('safeInfoLink(%j) is %j', (text, link) => {
  expect(safeInfoLink(text)).toBe(link);
});

test.each([
  ['tlsftp://streams.lab.example:443', 'streams.lab.example:443'],
  ['tlsftp://streams.lab.example:443/', 'streams.lab.example:443'],
  ['something else', 'something else'],
])('tlsftpHost(%j)', (text, host) => {
  expect(tlsftpHost(text)).toBe(host);
});

test('identityName falls back to the username', () => {
  const ada = { id: '1', username: 'ada@hpc.example', organization: null, email: null };
  expect(identityName({ ...ada, name: 'Ada' })).toBe('Ada');
  expect(identityName({ ...ada, name: ' ' })).toBe('ada@hpc.example');
});
