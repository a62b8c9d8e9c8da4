import { describe, expect, test } from 'vitest';
import { type FieldError, parseFieldErrors, pinFieldErrors } from './fieldErrors.ts';

describe('parseFieldErrors', () => {
  test.each<[string, unknown, FieldError[]]>([
    [
      'a field',
      {
        detail: [{ loc: ['body', 'data', 'attributes', 'label'], msg: 'too long', type: 'string_too_long' }],
      },
      [{ path: ['body', 'data', 'attributes', 'label'], message: 'too long' }],
    ],
    [
      'an item of a list',
      { detail: [{ loc: ['body', 'data', 0], msg: 'wrong' }] },
      [{ path: ['body', 'data', '0'], message: 'wrong' }],
    ],
    ['an error without a location', { detail: [{ msg: 'wrong' }] }, [{ path: [], message: 'wrong' }]],
    ['an item without a message', { detail: [{ loc: ['body'] }, { loc: 7 }, null, 'x'] }, []],
    ['a detail that is a text', { detail: 'wrong' }, []],
    [
      'properties of a GCS Manager',
      {
        detail: {
          DATA_TYPE: 'invalid_input#1.0.0',
          errors: [
            { property: 'lan_name', message: 'unknown network' },
            { property: 'identity_mappings.0.mappings[1].match', message: 'not a regular expression' },
            { message: 'several domains need a mapping' },
            { property: 'id' },
          ],
        },
      },
      [
        { path: ['lan_name'], message: 'unknown network' },
        { path: ['identity_mappings', '0', 'mappings', '1', 'match'], message: 'not a regular expression' },
        { path: [], message: 'several domains need a mapping' },
      ],
    ],
    ['another document of a GCS Manager', { detail: { DATA_TYPE: 'x', errors: [{ message: 'm' }] } }, []],
    ['errors of JSON:API', { errors: [{ detail: 'wrong' }] }, []],
    ['no document', null, []],
    ['an HTML page', '<html>', []],
  ])('%s', (_what, body, fieldErrors) => {
    expect(parseFieldErrors(body)).toEqual(fieldErrors);
  });
});

describe('pinFieldErrors', () => {
  const FIELDS = {
    'attributes.label': 'label',
    'attributes.listener_port': 'port',
    'relationships.initiator': 'initiator',
    display_name: 'name',
  } as const;

  const rejected = (...locations: unknown[]) =>
    parseFieldErrors({ detail: locations.map((loc, at) => ({ loc, msg: `message ${at}` })) });

  test.each([
    [['body', 'data', 'attributes', 'label'], 'label'],
    [['data', 'attributes', 'label'], 'label'],
    [['attributes', 'label'], 'label'],
    [['body', 'data', 'attributes', 'listener_port', 'int'], 'port'],
    [['body', 'data', 'relationships', 'initiator', 'data', 'id'], 'initiator'],
    [['display_name'], 'name'],
  ])('%j is about %s', (location, field) => {
    expect(pinFieldErrors(rejected(location), FIELDS)).toEqual({
      messages: { [field]: 'Globus says: “message 0”' },
      others: [],
      isComplete: true,
    });
  });

  test.each([
    [[]],
    [['body']],
    [['attributes']],
    [['label']],
    [['attributes', 'constructor']],
    [['body', 'data', 'attributes', 'state']],
    [['body', 'attributes', 'data', 'label']],
  ])('%j is about no field of the form', (location) => {
    const name = location.at(-1) ?? 'Request';
    expect(pinFieldErrors(rejected(location), FIELDS)).toEqual({
      messages: {},
      others: [`${name}: Globus says: “message 0”`],
      isComplete: false,
    });
  });

  test('an error about another field makes the result incomplete', () => {
    const fieldErrors = rejected(['attributes', 'label'], ['attributes', 'submission_id']);
    expect(pinFieldErrors(fieldErrors, FIELDS)).toEqual({
      messages: { label: 'Globus says: “message 0”' },
      others: ['submission_id: Globus says: “message 1”'],
      isComplete: false,
    });
  });

  test('a field gets all of its errors, each once', () => {
    const loc = ['attributes', 'label'];
    const fieldErrors = ['too long', 'has a tab', 'too long'].map((message) => ({ path: loc, message }));
    expect(pinFieldErrors(fieldErrors, FIELDS)).toEqual({
      messages: { label: 'Globus says: “too long” “has a tab”' },
      others: [],
      isComplete: true,
    });
  });

  test('without field errors there is nothing to pin', () => {
    expect(pinFieldErrors([], FIELDS)).toEqual({ messages: {}, others: [], isComplete: false });
  });
});
