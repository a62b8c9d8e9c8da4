import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pythonScript, pythonString } from './pythonScript.ts';

/** A string literal that means the same in JSON and in Python: plain characters, and the escapes that both know. */
const SHARED_LITERAL = /^"(?:[^"\\\p{Cc}\p{Bidi_Control}\p{Cs}]|\\(?:["\\bfnrt]|u[0-9a-f]{4}))*"$/u;

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom(...'"\'\\{}#%$`\n\r\t', '"""', '\\u0041', '\u202e', '\u009b', '\0', '🛰'))
    .map((parts) => parts.join('')),
);

test('a Python literal holds exactly the text, and shows all of it', () => {
  fc.assert(
    fc.property(text, (original) => {
      const literal = pythonString(original);
      expect(literal).toMatch(SHARED_LITERAL);
      expect(JSON.parse(literal)).toBe(original);
      // Python doesn't join two escaped surrogates to one character, as JSON does.
      expect(literal).not.toMatch(/\\ud[89ab]..\\ud[c-f]/);
    }),
    { numRuns: 500 },
  );
});

const REQUEST = {
  label: 'it\'s "7"\n',
  lifetimeMinutes: 90,
  restartable: true,
  initiatorAccessPointId: 'I',
  listenerAccessPointId: 'L',
  listenerContact: { host: '2001:db8::1', port: 5000 },
};

test('the script creates the tunnel', () => {
  const script = pythonScript(REQUEST);
  expect(script).toContain(String.raw`"label": "it's \"7\"\n",`);
  expect(script).toContain('"lifetime_mins": 90,\n            "restartable": True,');
  expect(script).toContain('"listener_ip_address": "2001:db8::1",\n            "listener_port": 5000,');
  expect(script).toContain('"initiator": {"data": {"type": "StreamAccessPoint", "id": "I"}}');
});

test('the script leaves out what is not set', () => {
  const script = pythonScript({ ...REQUEST, label: null, restartable: false, listenerContact: null });
  expect(script).toContain('"label": None,');
  expect(script).toContain('"restartable": False,\n        },');
  expect(script).not.toContain('listener_ip_address');
});

test('no label can end its string literal', () => {
  fc.assert(
    fc.property(text, (label) => {
      // Every line but that of the label is the same, whatever the label is.
      const lines = (script: string) => script.split('\n').filter((line) => !line.includes('"label": '));
      expect(lines(pythonScript({ ...REQUEST, label }))).toEqual(lines(pythonScript(REQUEST)));
    }),
  );
});
