import { expect, it } from 'vitest';
import { mailtoUrl } from './mailtoUrl.ts';

it.each([
  ['ada@hpc.example', 'mailto:ada@hpc.example'],
  [' beam.line+7@harbor-lab.example ', 'mailto:beam.line+7@harbor-lab.example'],
  ['100%25@a.example', 'mailto:100%2525@a.example'],
  ['see our wiki', null],
  ['ada@hpc', null],
  ['ada@hpc.example?bcc=eve@evil.example', null],
  ['ada@hpc.example,eve@evil.example', null],
  ['javascript:alert(1)@a.example', null],
  ['<ada@hpc.example>', null],
  ['', null],
])('%j', (text, link) => {
  expect(mailtoUrl(text)).toBe(link);
});
