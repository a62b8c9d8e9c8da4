import { type Contact, parseIpAddress, parsePort } from '../../../domain/tunnel/contact.ts';
import { useTabDraft } from '../../../ui/controls/useTabDraft.ts';

/** The listener address being typed for one tunnel. */
export interface ListenerDraft {
  host: string;
  port: string;
  setHost: (host: string) => void;
  setPort: (port: string) => void;
  /** The typed address, or null while it is incomplete or invalid. */
  contact: Contact | null;
  clear: () => void;
}

/** Keeps the listener address being typed in this tab, so that the form and the commands show the same. */
export function useListenerDraft(tunnelId: string): ListenerDraft {
  const [host, setHost, forgetHost] = useTabDraft(`listener-host.${tunnelId}`, '');
  const [port, setPort, forgetPort] = useTabDraft(`listener-port.${tunnelId}`, '');
  const parsedHost = parseIpAddress(host);
  const parsedPort = parsePort(port);
  return {
    host,
    port,
    setHost,
    setPort,
    contact: parsedHost !== null && parsedPort !== null ? { host: parsedHost, port: parsedPort } : null,
    clear: () => {
      forgetHost();
      forgetPort();
    },
  };
}
