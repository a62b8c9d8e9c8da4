import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { contactText, parseIpAddress, parsePort, validateHost, validatePort } from './contact.ts';

test('contactText brackets IPv6', () => {
  expect(contactText({ host: '192.0.2.10', port: 5000 })).toBe('192.0.2.10:5000');
  expect(contactText({ host: '2001:db8::1', port: 5000 })).toBe('[2001:db8::1]:5000');
});

describe('parseIpAddress', () => {
  it.each([
    ['192.0.2.10', '192.0.2.10'],
    [' 10.0.0.1\n', '10.0.0.1'],
    ['255.255.255.255', '255.255.255.255'],
    ['::', '::'],
    ['::1', '::1'],
    ['[::1]', '::1'],
    ['2001:DB8::A', '2001:db8::a'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
    ['1::8', '1::8'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7::'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['1:2:3:4:5:6:192.0.2.1', '1:2:3:4:5:6:192.0.2.1'],
  ])('accepts %j', (text, address) => {
    expect(parseIpAddress(text)).toBe(address);
    expect(validateHost(text)).toBeNull();
  });

  it.each([
    ['', /^Enter the host’s IP address/],
    ['localhost', /not a hostname/],
    ['detector.lab.example', /not a hostname/],
    ['256.1.1.1', /0 to 255/],
    ['1.2.3', /four numbers/],
    ['010.0.0.1', /leading zeros/],
    ['10.0.0.0/8', /slash/],
    ['http://10.0.0.1', /slash/],
    ['10.0.0.1:5000', /its own field/],
    ['[::1]:5000', /its own field/],
    ['fe80::1%eth0', /% sign/],
    ['1:2:3:4:5:6:7', /IPv6/],
    ['1:2:3:4:5:6:7:8:9', /IPv6/],
    ['1::2::3', /IPv6/],
    [':1:2:3:4:5:6:7', /IPv6/],
    ['192.0.2.1::', /IPv6/],
    ['12345::', /IPv6/],
    ['[10.0.0.1]', /not a hostname/],
  ])('rejects %j', (text, message) => {
    expect(parseIpAddress(text)).toBeNull();
    expect(validateHost(text)).toMatch(message);
  });

  it('agrees with Node about every text without a zone or a bracket', () => {
    const almost = fc.string({ unit: fc.constantFrom(...'0123456789af:.'), maxLength: 40 });
    const texts = fc.oneof(fc.ipV4(), fc.ipV6(), almost, fc.string());
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(!/[%[\]]/.test(text));
        expect(parseIpAddress(text) !== null).toBe(isIP(text.trim()) !== 0);
      }),
      { numRuns: 2000 },
    );
  });
});

test.each([
  ['1', 1],
  ['65535', 65535],
  [' 5000 ', 5000],
  ['0', null],
  ['65536', null],
  ['-1', null],
  ['80.5', null],
  ['0x50', null],
  ['1e3', null],
  ['٣', null],
])('parsePort(%j) is %j', (text, port) => {
  expect(parsePort(text)).toBe(port);
  expect(validatePort(text) === null).toBe(port !== null);
});

test('validatePort asks for a port when the field is empty', () => {
  expect(validatePort(' ')).toMatch(/^Enter the port/);
});
