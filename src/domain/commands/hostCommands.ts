import { type Contact, contactText } from '../tunnel/contact.ts';

// The commands of globus-api.md, "On the hosts", as lists of arguments. shellQuote turns a list into one line.

/** Returns the command that prepares the listener host and gives Globus the listener address. */
export function listenerEnvironmentCommand(tunnelId: string, listenerContact: Contact): string[] {
  const contact = contactText(listenerContact);
  return ['globus-streams', 'environment', 'initialize', '--listener-contact-string', contact, tunnelId];
}

/** Returns the command that prepares the initiator host and prints the contact string. */
export function initiatorEnvironmentCommand(tunnelId: string): string[] {
  return ['globus-streams', 'environment', 'initialize', tunnelId];
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
