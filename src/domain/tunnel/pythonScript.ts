import type { TunnelRequest } from './request.ts';

// The client that Globus' SDK documentation lends everybody for a first try.
const TUTORIAL_CLIENT_ID = '61338d24-54d5-408f-a10d-66c06b59f6d2';

/** Characters that act in a terminal or turn a text around, which JSON leaves as they are. */
const INVISIBLE = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/**
 * A text as a Python string literal: JSON's escapes mean the same in Python, and characters that one cannot see
 * are escaped as well, so that what one reads is what is run.
 */
export function pythonString(text: string): string {
  return JSON.stringify(text).replace(
    INVISIBLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * A script for Globus' Python SDK (globus_sdk 4: UserApp, TransferClient) that makes a tunnel, waits until it is
 * active and prints the command for the initiator's host.
 */
export function pythonScript(request: Omit<TunnelRequest, 'submissionId'>): string {
  const { label, listenerContact } = request;
  return `# Needs: pip install "globus-sdk>=4,<5"
import time
import uuid

import globus_sdk

# The client of the SDK's own tutorial. For lasting use, register a native client and put its id here.
CLIENT_ID = ${pythonString(TUTORIAL_CLIENT_ID)}

app = globus_sdk.UserApp("make-a-tunnel", client_id=CLIENT_ID)
client = globus_sdk.TransferClient(app=app)

request = {
    "data": {
        "type": "Tunnel",
        "attributes": {
            # The same on every repeat, so that a lost answer makes no second tunnel.
            "submission_id": str(uuid.uuid4()),
            "label": ${label === null ? 'None' : pythonString(label)},
            "lifetime_mins": ${request.lifetimeMinutes},
            "restartable": ${request.restartable ? 'True' : 'False'},${contactLines(listenerContact)}
        },
        "relationships": {
            "initiator": {"data": {"type": "StreamAccessPoint", "id": ${pythonString(request.initiatorAccessPointId)}}},
            "listener": {"data": {"type": "StreamAccessPoint", "id": ${pythonString(request.listenerAccessPointId)}}},
        },
    }
}
tunnel = client.create_tunnel(request)["data"]
print("Tunnel", tunnel["id"])
${listenerContact ? '' : '# It waits until the listener\'s host is prepared with "globus-streams environment initialize".\n'}
while tunnel["attributes"]["state"] not in ("ACTIVE", "STOPPED"):
    time.sleep(5)
    tunnel = client.get_tunnel(tunnel["id"])["data"]
    print(tunnel["attributes"]["state"], tunnel["attributes"]["status"])

if tunnel["attributes"]["state"] == "ACTIVE":
    print("On the initiator's host, this prints the contact string to connect with:")
    print("  globus-streams environment initialize", tunnel["id"])
    print("Initiator's address:", tunnel["attributes"]["initiator_ip_address"], tunnel["attributes"]["initiator_port"])
`;
}

function contactLines(contact: TunnelRequest['listenerContact']): string {
  if (!contact) return '';
  return `
            "listener_ip_address": ${pythonString(contact.host)},
            "listener_port": ${contact.port},`;
}
