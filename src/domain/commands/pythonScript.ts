import { HIDDEN_CHARACTERS } from '../text/hiddenCharacters.ts';
import type { TunnelRequest } from '../tunnel/request.ts';

// The client of the tutorial in the documentation of the Globus SDK.
const TUTORIAL_CLIENT_ID = '61338d24-54d5-408f-a10d-66c06b59f6d2';

const HIDDEN = new RegExp(`[${HIDDEN_CHARACTERS}]`, 'gu');

/**
 * Writes a text as a Python string literal. JSON's escapes mean the same in Python. Hidden characters are escaped as
 * well, so that the code does what it appears to do.
 */
export function pythonString(text: string): string {
  return JSON.stringify(text).replace(HIDDEN, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
  });
}

/**
 * Writes a script for the Globus Python SDK (globus_sdk 4.3: UserApp, TransferClient) that creates a tunnel, signs in
 * as the sites require, waits until the tunnel is active and prints the commands for the initiator host.
 */
export function pythonScript(request: Omit<TunnelRequest, 'submissionId'>): string {
  const { label, listenerContact } = request;
  return `# Needs: pip install "globus-sdk>=4.3,<5"
import time
import uuid

import globus_sdk
from globus_sdk.gare import GlobusAuthorizationParameters

# Client ID from the SDK tutorial. For production use, register a native client and use its ID.
CLIENT_ID = ${pythonString(TUTORIAL_CLIENT_ID)}

REQUEST = {
    "data": {
        "type": "Tunnel",
        "attributes": {
            # The same ID in every attempt, so that no attempt creates a duplicate tunnel.
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

${SIGN_IN_FUNCTIONS}

with globus_sdk.UserApp("create-a-tunnel", client_id=CLIENT_ID) as app:
    with globus_sdk.TransferClient(app=app) as client:
        tunnel = create_tunnel(app, client)
        print("Tunnel", tunnel["id"])
${listenerContact ? '' : '        # Waits until you run "globus-streams environment initialize" on the listener host.\n'}\
        while tunnel["attributes"]["state"] not in ("ACTIVE", "STOPPED"):
            time.sleep(5)
            tunnel = client.get_tunnel(tunnel["id"])["data"]
            print(tunnel["attributes"]["state"], ascii(tunnel["attributes"]["status"]))

if tunnel["attributes"]["state"] == "ACTIVE":
    print("Run this on the initiator host to get the contact string:")
    print("  globus-streams environment initialize", tunnel["id"])
    print("Then start your program with the launcher and the contact string:")
    print("  globus-streams-launch.sh", tunnel["id"], "YOUR_PROGRAM CONTACT_STRING")
`;
}

/** Reads what a refusal requires, wherever it stands (globus-api.md, "Errors"), and signs in as required. */
const SIGN_IN_FUNCTIONS = `def as_list(value):
    return value.split(",") if isinstance(value, str) else list(value or [])


def required_sign_in(error):
    """Returns the sign-in that a refusal requires, or None."""
    document = error.raw_json or {}
    items = document.get("errors") or []
    for part in [document, *items, *(item.get("meta") or {} for item in items)]:
        required = part.get("authorization_parameters") or part
        session = {
            "session_required_identities": as_list(required.get("session_required_identities")),
            "session_required_policies": as_list(required.get("session_required_policies")),
            "session_required_single_domain": as_list(required.get("session_required_single_domain")),
            "session_required_mfa": required.get("session_required_mfa") or None,
        }
        session = {name: value for name, value in session.items() if value}
        scopes = as_list(required.get("required_scopes"))
        prompt = required.get("prompt")
        if session or scopes or prompt == "login":
            return GlobusAuthorizationParameters(
                required_scopes=scopes,
                # Without it, the browser's Globus session repeats the sign-in that was refused.
                prompt=prompt or ("login" if session else None),
                session_message=required.get("session_message"),
                **session,
            )
    return None


def create_tunnel(app, client):
    """Creates the tunnel. Each of the two sites can require a sign-in of its own."""
    for sign_ins_left in (3, 2, 1, 0):
        try:
            return client.create_tunnel(REQUEST)["data"]
        except globus_sdk.GlobusAPIError as error:
            required = required_sign_in(error)
            if required is None or sign_ins_left == 0:
                raise SystemExit(f"Globus rejected the request: {error.http_status} {error.code} {error.message!a}")
            print("A site requires another sign-in.")
            app.login(auth_params=required)
`;

function contactLines(contact: TunnelRequest['listenerContact']): string {
  if (!contact) return '';
  return `
            "listener_ip_address": ${pythonString(contact.host)},
            "listener_port": ${contact.port},`;
}
