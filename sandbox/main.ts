import { parseArgs } from 'node:util';
import type { SandboxOptions } from './options.ts';
import { startSandbox } from './startSandbox.ts';

const HELP = `Runs a local stand-in for Globus: Auth, Transfer, GCS Manager, and a control API.

  --port N            port of the control API; the services use the next three (default 8400; 0: free ports)
  --access-points N   number of stream access points (default 24, at most 10000)
  --tunnels N         number of tunnels (default 12, at most 20000)
  --seed TEXT         the same seed generates the same data (default "sandbox")
  --latency MS        delay added to every response (default 0)
  --speed N           how many times faster than real time tunnels change state (default 1; also --pace)
  --redirect-uri URI  additional redirect URI for sign-in; can be repeated
  --host NAME         host to listen on (default localhost)
  --any-port          let tunnels forward to every local port, also below 1024
  --json              print one line of JSON when ready, and nothing else
  --help              print this text`;

/** Invalid options. The message says why in one line. */
class UsageError extends Error {}

function readNumber(text: string | undefined, name: string, highest: number, lowest = 0): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  const isAllowedFraction = name === '--speed' || Number.isInteger(number);
  if (text.trim() !== '' && isAllowedFraction && number >= lowest && number <= highest) return number;
  throw new UsageError(`${name} must be a number from ${lowest} to ${highest}, not "${text}".`);
}

function readArguments(args: string[]): { options: SandboxOptions; json: boolean; help: boolean } {
  const { values } = parseArguments(args);
  const numbers = {
    port: readNumber(values.port, '--port', 65_532) ?? 8400,
    accessPoints: readNumber(values['access-points'], '--access-points', 10_000),
    tunnels: readNumber(values.tunnels, '--tunnels', 20_000),
    latencyMs: readNumber(values.latency, '--latency', 600_000),
    speed: readNumber(values.speed ?? values.pace, '--speed', 100_000, 0.001),
  };
  for (const uri of values['redirect-uri'] ?? []) {
    if (!URL.canParse(uri)) throw new UsageError(`--redirect-uri must be a URL, not "${uri}".`);
  }
  const defined = Object.entries({
    ...numbers,
    seed: values.seed,
    host: values.host,
    redirectUris: values['redirect-uri'],
    anyPort: values['any-port'],
  }).filter(([, value]) => value !== undefined);
  return {
    options: Object.fromEntries(defined) as SandboxOptions,
    json: values.json ?? false,
    help: values.help ?? false,
  };
}

function parseArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      strict: true,
      allowPositionals: false,
      options: {
        port: { type: 'string' },
        'access-points': { type: 'string' },
        tunnels: { type: 'string' },
        seed: { type: 'string' },
        latency: { type: 'string' },
        speed: { type: 'string' },
        pace: { type: 'string' },
        'redirect-uri': { type: 'string', multiple: true },
        host: { type: 'string' },
        'any-port': { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.split(/\n|\. To specify/, 1)[0] ?? message);
  }
}

function explain(error: unknown, port: number | undefined): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    const last = (port ?? 0) + 3;
    return `One of the ports ${port} to ${last} is in use. Choose another port with --port, or stop the program that uses it.`;
  }
  return error instanceof Error ? error.message : String(error);
}

async function main(): Promise<void> {
  const { options, json, help } = readArguments(process.argv.slice(2));
  if (help) return console.log(HELP);
  const sandbox = await startSandbox(options).catch((error: unknown) => {
    console.error(`sandbox: ${explain(error, options.port)}`);
    process.exit(1);
  });
  const { ready, control, auth, transfer, gcs, client, service } = sandbox;
  if (json) console.log(JSON.stringify({ ready, control, auth, transfer, gcs, client, service }));
  else {
    console.log(`The sandbox is ready: a local stand-in for Globus with test users and sites.
  Auth         ${auth}
  Transfer     ${transfer}
  GCS Manager  ${gcs}
  Control      ${control}  (see sandbox/control/README.md)
  Service      client ${service.id}, secret ${service.secret}
Press Ctrl+C to stop it.`);
  }
  const stop = () => {
    void sandbox.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`sandbox: ${error.message} Run with --help to list the options.`);
  process.exitCode = 2;
}
