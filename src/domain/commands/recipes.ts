import type { Contact } from '../tunnel/contact.ts';
import { contactStringHost, launchCommand } from './hostCommands.ts';
import { pythonString } from './pythonScript.ts';
import { shellQuote } from './shellQuote.ts';

/** The programs that have commands of their own (globus-api.md, "On the hosts": in real use). */
export const RECIPES = [
  { id: 'any', name: 'Your own program' },
  { id: 'netcat', name: 'Test with netcat' },
  { id: 'iperf3', name: 'iperf3 (measure throughput)' },
  { id: 'https', name: 'curl to an HTTPS service' },
  { id: 'rsync', name: 'rsync daemon' },
  { id: 'python', name: 'Python socket' },
] as const;

export type RecipeId = (typeof RECIPES)[number]['id'];

/** A line to copy, with what it does. */
interface RecipeLine {
  caption: string;
  text: string;
}

/** How to connect a program through a tunnel: the lines for each host, in order. */
export interface Recipe {
  /** What else to know, in one or two sentences. */
  note: string | null;
  listener: readonly RecipeLine[];
  initiator: readonly RecipeLine[];
}

/** Reads a stored choice, which may be anything. */
export function parseRecipeId(stored: unknown): RecipeId {
  return RECIPES.find(({ id }) => id === stored)?.id ?? 'any';
}

/** What a recipe fills in. */
interface RecipeFacts {
  tunnelId: string;
  /** The listener address, or an example of one. */
  listenerContact: Contact;
  /** The port of the contact string; null until Globus reports it. */
  contactPort: number | null;
}

/** Returns a recipe with a tunnel's ID and ports filled in. Capitals in it are for the reader to replace. */
export function recipe(id: RecipeId, facts: RecipeFacts): Recipe {
  const { tunnelId, listenerContact } = facts;
  const port = String(listenerContact.port);
  const host = shellQuote([contactStringHost(tunnelId)]);
  const contactPort = facts.contactPort === null ? 'PORT' : String(facts.contactPort);
  const listen = (program: string) =>
    `${shellQuote(launchCommand(tunnelId, [], listenerContact.port))} ${program}`;
  const connect = (program: string) => `${shellQuote(launchCommand(tunnelId, [], null))} ${program}`;
  const inPython = (code: string) => `python3 -c ${shellQuote([code])}`;

  switch (id) {
    case 'any':
      return {
        note: null,
        listener: [{ caption: 'Replace YOUR_LISTENER with your program', text: listen('YOUR_LISTENER') }],
        initiator: [
          {
            caption: 'Replace YOUR_INITIATOR with your program, and let it connect to the contact string',
            text: connect(`YOUR_INITIATOR ${host}:${contactPort}`),
          },
        ],
      };
    case 'netcat':
      return {
        note: 'The text that you send from the initiator host appears on the listener host. Then you know that bytes flow.',
        listener: [
          {
            caption:
              'Waits for one connection and prints what arrives. Some versions of nc need -p before the port.',
            text: listen(`nc -l ${port}`),
          },
        ],
        initiator: [
          {
            caption: 'Sends one line. Press Ctrl+C to stop.',
            text: `echo 'Hello through the tunnel' | ${connect(`nc ${host} ${contactPort}`)}`,
          },
        ],
      };
    case 'iperf3':
      return {
        note: 'iperf3 prints the throughput on both hosts.',
        listener: [{ caption: 'Waits for tests', text: listen(`iperf3 -s -p ${port}`) }],
        initiator: [
          { caption: 'Sends data for 10 seconds', text: connect(`iperf3 -c ${host} -p ${contactPort}`) },
        ],
      };
    case 'https':
      return {
        note: 'TLS encrypts the data from curl to the service. curl sends the service’s own name and checks the certificate against it.',
        listener: [
          {
            caption: 'Replace YOUR_HTTPS_SERVER with the command that starts the service',
            text: listen('YOUR_HTTPS_SERVER'),
          },
        ],
        initiator: [
          {
            caption: 'Replace SERVICE_NAME with the name in the service’s certificate',
            text: connect(`curl --connect-to ::${host}:${contactPort} https://SERVICE_NAME/`),
          },
        ],
      };
    case 'rsync':
      return {
        note: 'A daemon doesn’t encrypt what it sends.',
        listener: [
          {
            caption: 'Writes a configuration that shares one folder, read-only. Replace /YOUR/FOLDER.',
            text: `printf '%s\\n' 'use chroot = no' '[data]' 'path = /YOUR/FOLDER' 'read only = yes' > ~/rsyncd-tunnel.conf`,
          },
          {
            caption: 'Waits for connections',
            text: listen(`rsync --daemon --no-detach --port=${port} --config="$HOME/rsyncd-tunnel.conf"`),
          },
        ],
        initiator: [
          {
            caption: 'Copies the folder into the folder “data”',
            text: connect(`rsync -av rsync://${host}:${contactPort}/data/ ./data/`),
          },
        ],
      };
    case 'python': {
      const family = listenerContact.host.includes(':') ? ', family=socket.AF_INET6' : '';
      return {
        note: 'For your own programs: they need no library, only the launcher.',
        listener: [
          {
            caption: 'Waits for one connection and prints what arrives',
            text: listen(
              inPython(
                `import socket; server = socket.create_server(("", ${port})${family}); connection, _ = server.accept(); print(connection.recv(1024).decode())`,
              ),
            ),
          },
        ],
        initiator: [
          {
            caption: 'Sends one line',
            text: connect(
              inPython(
                `import socket; connection = socket.create_connection((${pythonString(contactStringHost(tunnelId))}, ${contactPort})); connection.sendall(b"Hello through the tunnel")`,
              ),
            ),
          },
        ],
      };
    }
  }
}
