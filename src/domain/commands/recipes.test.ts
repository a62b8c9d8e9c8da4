import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseRecipeId, RECIPES, recipe } from './recipes.ts';

const ID = '0f5b62b5-11bd-4a25-8f6c-3a4c4b2a5d6e';
const FACTS = { tunnelId: ID, listenerContact: { host: '192.0.2.10', port: 5201 }, contactPort: 40_123 };

/** A host with a launcher that prints its arguments, one a line. */
const host = mkdtempSync(join(tmpdir(), 'recipes-'));
writeFileSync(join(host, 'globus-streams-launch.sh'), '#!/bin/sh\nprintf "%s\\n" "$@"\n', { mode: 0o755 });
afterAll(() => rmSync(host, { recursive: true }));

function run(line: string): string[] {
  const env = { PATH: `${host}:${process.env.PATH}`, HOME: host };
  return execFileSync('/bin/sh', ['-c', line], { env, encoding: 'utf8' }).split('\n').slice(0, -1);
}

test.each(RECIPES)(
  '$name: a shell hands both programs to the launcher, with this tunnel’s ID and ports',
  ({ id }) => {
    const { listener, initiator } = recipe(id, FACTS);
    const listening = listener.map(({ text }) => run(text)).at(-1) ?? [];
    expect(listening.slice(0, 3)).toEqual(['-p', '5201', ID]);
    expect(listening.length).toBeGreaterThan(3);
    const connecting = initiator.map(({ text }) => run(text)).at(-1) ?? [];
    expect(connecting[0]).toBe(ID);
    expect(connecting.join(' ')).toMatch(new RegExp(`globus\\.${ID}.{1,4}40123`));
    // Before the tunnel is active, no port is made up.
    const [waiting] = recipe(id, { ...FACTS, contactPort: null }).initiator;
    expect(waiting?.text).toMatch(/\bPORT\b/);
  },
);

const initiatorLine = (id: (typeof RECIPES)[number]['id']) => run(recipe(id, FACTS).initiator[0]?.text ?? '');

test('curl asks for the service by its own name, and connects to the contact string', () => {
  expect(initiatorLine('https').slice(1)).toEqual([
    'curl',
    '--connect-to',
    `::globus.${ID}:40123`,
    'https://SERVICE_NAME/',
  ]);
});

test('rsync reads from the daemon that the listener starts', () => {
  const [configuration, daemon] = recipe('rsync', FACTS).listener.map(({ text }) => text);
  run(configuration ?? '');
  expect(run('cat ~/rsyncd-tunnel.conf')).toEqual([
    'use chroot = no',
    '[data]',
    'path = /YOUR/FOLDER',
    'read only = yes',
  ]);
  expect(run(daemon ?? '')).toContain(`--config=${host}/rsyncd-tunnel.conf`);
  expect(initiatorLine('rsync')).toContain(`rsync://globus.${ID}:40123/data/`);
});

test('a listener with an IPv6 address listens there', () => {
  const [listener] = recipe('python', { ...FACTS, listenerContact: { host: '::1', port: 5201 } }).listener;
  expect(listener?.text).toContain('family=socket.AF_INET6');
});

test.each([null, 7, 'gone', { id: 'rsync' }])(
  'a stored choice that no longer exists is the first one: %j',
  (stored) => {
    expect(parseRecipeId(stored)).toBe('any');
  },
);

test('a stored choice is kept', () => {
  expect(parseRecipeId('rsync')).toBe('rsync');
});
