import { shellQuote } from '../commands/shellQuote.ts';
import type { NextStep } from '../diagnosis/rule.ts';
import { NO_ACTION_NEEDED, WAITING_ON_LABELS } from '../diagnosis/waitingOn.ts';
import { identityName } from '../site/identity.ts';
import { showControlCharacters, toSingleLine } from '../text/plainText.ts';
import { durationText, utcTimeText } from '../text/time.ts';
import { type Contact, contactText } from '../tunnel/contact.ts';
import { endsAtMs } from '../tunnel/tunnel.ts';
import type { SupportBundle } from './createBundle.ts';

const UNKNOWN = 'Unknown';
const utc = (ms: number | null) => (ms === null ? UNKNOWN : utcTimeText(ms));
const line = (text: string | null) => (text ? toSingleLine(text, 300) : UNKNOWN);
const address = (contact: Contact | null) => (contact ? contactText(contact) : 'none');

/** Writes a support bundle as text that people read in an email, from the same facts as the JSON file. */
export function supportBundleText(bundle: SupportBundle): string {
  const { tunnel, diagnosis, events } = bundle;
  const sections = [
    [
      `Support bundle for tunnel ${tunnel.id}`,
      `Created ${utc(bundle.madeAtMs)} by ${line(bundle.app)} (Globus host: ${line(bundle.globus)})`,
      `Browser: ${line(bundle.browser)}`,
    ],
    [
      'DIAGNOSIS',
      diagnosis.verdict,
      diagnosis.waitingOn === 'no-one'
        ? NO_ACTION_NEEDED
        : `Waiting on: ${WAITING_ON_LABELS[diagnosis.waitingOn]}`,
      ...(diagnosis.uncertainty ? [`Note: ${diagnosis.uncertainty}`] : []),
      ...diagnosis.evidence.map(({ text }) => `  - ${text}`),
      'Next steps:',
      ...diagnosis.nextSteps.map((step) => `  - ${stepText(step)}`),
    ],
    [
      'TUNNEL',
      `Label: ${line(tunnel.label)}`,
      `State: ${line(tunnel.stateText)}`,
      `Status: ${line(tunnel.status)}`,
      `Created: ${utc(tunnel.createdAtMs)}`,
      `Lifetime: ${tunnel.lifetimeMinutes === null ? UNKNOWN : durationText(tunnel.lifetimeMinutes * 60_000)}`,
      `Ends: ${utc(endsAtMs(tunnel))}`,
      `Auto-restart: ${tunnel.restartable ? 'yes' : 'no'}`,
      `Initiator: ${line(bundle.initiator?.name ?? null)} (ID: ${tunnel.initiatorAccessPointId ?? UNKNOWN}), address: ${address(tunnel.initiatorContact)}`,
      `Listener: ${line(bundle.listener?.name ?? null)} (ID: ${tunnel.listenerAccessPointId ?? UNKNOWN}), address: ${address(tunnel.listenerContact)}`,
      `Owner: ${bundle.owner ? `${line(identityName(bundle.owner))}, ${line(bundle.owner.username)}` : (tunnel.ownerId ?? UNKNOWN)}`,
    ],
    [
      `EVENTS, newest first${bundle.isEveryEvent ? '' : ' (incomplete)'}`,
      ...(events === null ? ['Couldn’t load events.'] : events.length === 0 ? ['None.'] : []),
      ...(events ?? []).flatMap((event) => [
        `${utc(event.timeMs)}  ${event.isError ? 'ERROR ' : ''}${line(event.codeText)}  ${toSingleLine(event.description, 300)}`,
        ...(event.details
          ? showControlCharacters(event.details)
              .split('\n')
              .map((text) => `    ${text}`)
          : []),
      ]),
    ],
    [
      'API REQUESTS from this tab for this tunnel, newest first',
      ...bundle.requests.map(
        ({ startedAtMs, method, path, status, failure, durationMs, requestId }) =>
          `${utc(startedAtMs)}  ${toSingleLine(`${method} ${path}`, 300)}  ${status ?? line(failure)}  ${durationMs} ms  ${requestId === null ? 'no request ID' : line(requestId)}`,
      ),
    ],
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function stepText(step: NextStep): string {
  if (step.kind === 'command') return `${step.text}: ${shellQuote(step.args)}`;
  if (step.kind === 'action') return step.text;
  return `${step.text}: ${[step.name, step.email, step.info]
    .filter(Boolean)
    .map(String)
    .map((text) => toSingleLine(text, 200))
    .join(', ')}`;
}
