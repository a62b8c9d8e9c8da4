// A stand-in for `globus-streams-launch.sh`, for hosts that belong to the sandbox. See README.md.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { readConfiguration } from './configuration.mjs';

const USAGE = 'Usage: globus-streams-launch.sh [-p PORT] TUNNEL_ID COMMAND...';

/**
 * @param {string} message
 * @param {number} code
 * @returns {never}
 */
function fail(message, code) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

const args = process.argv.slice(2);
if (args[0] === '-p' && !/^\d+$/.test(args[1] ?? '')) fail(USAGE, 2);
const [tunnelId = '', program, ...programArgs] = args[0] === '-p' ? args.slice(2) : args;
if (!/^[\w-]+$/.test(tunnelId) || program === undefined) fail(USAGE, 2);

const configuration = readConfiguration(tunnelId);
if (!configuration) fail(`No configuration for ${tunnelId}. Run globus-streams environment initialize.`, 1);

const { contact } = configuration;
const address = contact?.host.includes(':') ? `[${contact.host}]` : contact?.host;
/** Puts the real address where the contact string's host stands, because nothing resolves it in this stand-in. */
const resolved = programArgs.map((arg) =>
  address === undefined ? arg : arg.replaceAll(`globus.${tunnelId}`, address),
);

const child = spawn(program, resolved, { stdio: 'inherit' });
child.on('error', (error) =>
  fail(
    `${program}: ${'code' in error && error.code === 'ENOENT' ? 'command not found' : error.message}`,
    127,
  ),
);
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal ?? 'SIGTERM']));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => child.kill(signal));
