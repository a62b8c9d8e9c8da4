import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HIDDEN_CHARACTERS } from '../text/hiddenCharacters.ts';
import { pythonScript, pythonString } from './pythonScript.ts';

/** A Python string literal: visible characters, and escapes. */
const PYTHON_LITERAL = new RegExp(
  String.raw`^"(?:[^"\\${HIDDEN_CHARACTERS}]|\\(?:["\\bfnrt]|u[0-9a-f]{4}|U[0-9a-f]{8}))*"$`,
  'u',
);

/** Reads a literal as Python does. Its escapes mean the same in JSON, but for the longest one. */
function readPython(literal: string): unknown {
  return JSON.parse(
    literal.replace(/\\(?:U([0-9a-f]{8})|.)/g, (written, code?: string) =>
      code === undefined ? written : String.fromCodePoint(Number.parseInt(code, 16)),
    ),
  );
}

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...'"\'\\{}#%$`\n\r\t',
        '"""',
        '\\u0041',
        '\u202e',
        '\u009b',
        '\0',
        '🛰',
        '\u3164',
        '\u{e0041}',
        '\u00a0',
      ),
    )
    .map((parts) => parts.join('')),
);

test('a Python literal holds exactly the text, and shows all of it', () => {
  fc.assert(
    fc.property(text, (original) => {
      const literal = pythonString(original);
      expect(literal).toMatch(PYTHON_LITERAL);
      expect(readPython(literal)).toBe(original);
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

test('the script closes its clients, and signs in as a refusal requires', () => {
  const script = pythonScript(REQUEST);
  expect(script).toContain('pip install "globus-sdk>=4.3,<5"');
  expect(script).toMatch(
    /with globus_sdk\.UserApp\(.*\) as app:\n +with globus_sdk\.TransferClient\(app=app\) as client:/,
  );
  expect(script).toMatch(
    /except globus_sdk\.GlobusAPIError as error:[\s\S]*app\.login\(auth_params=required\)/,
  );
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
