import { expect, it } from 'vitest';
import { eventsCsv } from './eventExport.ts';

it('writes one line per event, and no text from a server or a site becomes a formula', () => {
  const csv = eventsCsv([
    {
      id: '7',
      code: 'unknown',
      codeText: '=CODE()',
      isError: true,
      description: 'No, it "failed"',
      details: '@SUM(A1)',
      timeMs: 0,
    },
    {
      id: '8',
      code: 'STARTED',
      codeText: 'STARTED',
      isError: false,
      description: '',
      details: '',
      timeMs: null,
    },
  ]);
  expect(csv.split('\r\n')).toEqual([
    'id,time,code,is_error,description,details',
    `7,1970-01-01T00:00:00.000Z,'=CODE(),true,"No, it ""failed""",'@SUM(A1)`,
    '8,,STARTED,false,,',
    '',
  ]);
});
