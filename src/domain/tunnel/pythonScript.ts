import type { TunnelRequest } from './request.ts';

// The client of the tutorial in the documentation of the Globus SDK.
const TUTORIAL_CLIENT_ID = '61338d24-54d5-408f-a10d-66c06b59f6d2';

/** Characters that act in a terminal or change the text direction, which JSON doesn't escape. */
const INVISIBLE = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/**
 * Writes a text as a Python string literal. JSON's escapes mean the same in Python. Invisible characters are escaped
 * as well, so that the code does what it appears to do.
 */
export function pythonString(text: string): string {
  return JSON.stringify(text).replace(
    INVISIBLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Writes a script for the Globus Python SDK (globus_sdk 4: UserApp, TransferClient) that creates a tunnel, waits until
 * it is active and prints the command for the initiator host.
 */
export function pythonScript(request: Omit<TunnelRequest, 'submissionId'>): string {
  const { label, listenerContact } = request;
  return `# Needs: pip install "globus-sdk>=4,<5"
import time
import uuid

import globus_sdk

# Client ID from the SDK tutorial. For production use, register a native client and use its ID.
CLIENT_ID = ${pythonString(TUTORIAL_CLIENT_ID)}

app = globus_sdk.UserApp("create-a-tunnel", client_id=CLIENT_ID)
client = globus_sdk.TransferClient(app=app)

request = {
    "data": {
        "type": "Tunnel",
        "attributes": {
            # Reuse this ID when retrying so that you don't create a duplicate tunnel.
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
${listenerContact ? '' : '# Waits until you run "globus-streams environment initialize" on the listener host.\n'}
while tunnel["attributes"]["state"] not in ("ACTIVE", "STOPPED"):
    time.sleep(5)
    tunnel = client.get_tunnel(tunnel["id"])["data"]
    print(tunnel["attributes"]["state"], tunnel["attributes"]["status"])

if tunnel["attributes"]["state"] == "ACTIVE":
    print("Run this on the initiator host to get the contact string:")
    print("  globus-streams environment initialize", tunnel["id"])
    print("Initiator address:", tunnel["attributes"]["initiator_ip_address"], tunnel["attributes"]["initiator_port"])
`;
}

function contactLines(contact: TunnelRequest['listenerContact']): string {
  if (!contact) return '';
  return `
            "listener_ip_address": ${pythonString(contact.host)},
            "listener_port": ${contact.port},`;
}
