import { toCsv } from '../text/csv.ts';
import { isoText } from '../text/time.ts';
import { contactText } from '../tunnel/contact.ts';
import { outcomeText } from '../tunnel/outcome.ts';
import { endsAtMs, type Tunnel } from '../tunnel/tunnel.ts';
import { accessPointName, type FleetNames, ownerName, ownerOrganization } from './names.ts';
import type { FleetOutcomes } from './outcomes.ts';

/** Returns everything known about a tunnel for an export, with times in ISO 8601 and UTC. */
function toExportRow(tunnel: Tunnel, names: FleetNames, outcomes: FleetOutcomes) {
  const { createdAtMs, listenerContact, initiatorContact } = tunnel;
  const endMs = endsAtMs(tunnel);
  const outcome = outcomes.of(tunnel);
  return {
    id: tunnel.id,
    label: tunnel.label,
    state: tunnel.stateText,
    outcome: outcomeText(tunnel, outcome),
    reason: outcome.reason,
    status: tunnel.status,
    created: createdAtMs === null ? null : isoText(createdAtMs),
    ends: endMs === null ? null : isoText(endMs),
    lifetime_minutes: tunnel.lifetimeMinutes,
    restartable: tunnel.restartable,
    initiator_id: tunnel.initiatorAccessPointId,
    initiator: accessPointName(names, tunnel.initiatorAccessPointId),
    initiator_contact: initiatorContact && contactText(initiatorContact),
    listener_id: tunnel.listenerAccessPointId,
    listener: accessPointName(names, tunnel.listenerAccessPointId),
    listener_contact: listenerContact && contactText(listenerContact),
    owner_id: tunnel.ownerId,
    owner: ownerName(names, tunnel),
    organization: ownerOrganization(names, tunnel),
  };
}

/** Writes tunnels as CSV for a spreadsheet, one per line. */
export function fleetCsv(tunnels: readonly Tunnel[], names: FleetNames, outcomes: FleetOutcomes): string {
  const rows = tunnels.map((tunnel) => toExportRow(tunnel, names, outcomes));
  return toCsv([Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]);
}

/** Writes tunnels as JSON for programs. */
export function fleetJson(tunnels: readonly Tunnel[], names: FleetNames, outcomes: FleetOutcomes): string {
  return `${JSON.stringify(
    tunnels.map((tunnel) => toExportRow(tunnel, names, outcomes)),
    null,
    2,
  )}\n`;
}
