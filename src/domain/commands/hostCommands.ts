import { type Contact, contactText } from '../tunnel/contact.ts';

// The commands of globus-api.md, "On the hosts", as lists of arguments. shellQuote turns a list into one line.

/** The launcher's whole path after an installation from a package, for hosts where it isn't on the PATH. */
export const LAUNCHER_PATH = '/usr/share/globus/streams/globus-streams-launch.sh';

/** Installs the globus-streams command into a Python virtual environment. */
export const INSTALL_COMMAND_LINES = `python3 -m venv ~/streams-cli
. ~/streams-cli/bin/activate
pip install --extra-index-url https://downloads.globus.org/globus-connect-server/stable/wheels/ globus-streams-cli`;

/**
 * Returns the command that prepares the listener host and gives Globus the listener address.
 *
 * @param overwrites whether it overwrites an existing configuration on the host
 */
export function listenerEnvironmentCommand(
  tunnelId: string,
  listenerContact: Contact,
  { overwrites = false } = {},
): string[] {
  return [
    ...['globus-streams', 'environment', 'initialize', ...(overwrites ? ['--force'] : [])],
    ...['--listener-contact-string', contactText(listenerContact), tunnelId],
  ];
}

/**
 * Returns the command that prepares the initiator host and prints the contact string.
 *
 * @param overwrites whether it overwrites an existing configuration on the host
 */
export function initiatorEnvironmentCommand(tunnelId: string, { overwrites = false } = {}): string[] {
  return ['globus-streams', 'environment', 'initialize', ...(overwrites ? ['--force'] : []), tunnelId];
}

/** Returns the command that gives Globus another listener address, on the listener host. */
export function updateAddressCommand(tunnelId: string, listenerContact: Contact): string[] {
  const contact = contactText(listenerContact);
  return ['globus-streams', 'environment', 'update', '--listener-contact-string', contact, tunnelId];
}

/** Returns the command that prints the contact string again, on the initiator host. */
export function contactLookupCommand(tunnelId: string): string[] {
  return ['globus-streams', 'environment', 'contact-lookup', tunnelId];
}

/** Returns the command that removes a tunnel's configuration from a host. */
export function cleanUpCommand(tunnelId: string): string[] {
  return ['globus-streams', 'environment', 'cleanup', tunnelId];
}

/**
 * Returns the command that runs an unmodified program through the tunnel, on either host (Linux).
 *
 * @param program the program and its arguments
 * @param port the port that the listening program opens, or null to leave it out
 */
export function launchCommand(tunnelId: string, program: readonly string[], port: number | null): string[] {
  return ['globus-streams-launch.sh', ...(port === null ? [] : ['-p', String(port)]), tunnelId, ...program];
}

/** Returns the host in a tunnel's contact string. It resolves only inside a program that the launcher started. */
export function contactStringHost(tunnelId: string): string {
  return `globus.${tunnelId}`;
}

/**
 * Returns the contact string that the tools print on the initiator host.
 *
 * @param port the port of the initiator address, as Globus reports it. That the tools print the same port is an
 *   assumption [A].
 */
export function contactString(tunnelId: string, port: number): string {
  return `${contactStringHost(tunnelId)}:${port}`;
}
