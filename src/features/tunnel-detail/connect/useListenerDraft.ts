import { type Contact, parseIpAddress, parsePort } from '../../../domain/tunnel/contact.ts';
import { useTabDraft } from '../../../ui/controls/useTabDraft.ts';

/** The listener's contact as somebody is typing it for one tunnel. */
export interface ListenerDraft {
  host: string;
  port: string;
  setHost: (host: string) => void;
  setPort: (port: string) => void;
  /** What was typed, once it is a whole contact. */
  contact: Contact | null;
  clear: () => void;
}

/** Keeps what is typed in this tab: the form and the commands beside it show the same. */
export function useListenerDraft(tunnelId: string): ListenerDraft {
  const [host, setHost, forgetHost] = useTabDraft(`listener-host.${tunnelId}`, '');
  const [port, setPort, forgetPort] = useTabDraft(`listener-port.${tunnelId}`, '');
  const goodHost = parseIpAddress(host);
  const goodPort = parsePort(port);
  return {
    host,
    port,
    setHost,
    setPort,
    contact: goodHost !== null && goodPort !== null ? { host: goodHost, port: goodPort } : null,
    clear: () => {
      forgetHost();
      forgetPort();
    },
  };
}
