import type { NextStep } from '../diagnosis/rule.ts';
import { identityName } from '../site/identity.ts';
import { showControlCharacters, toSingleLine } from '../text/plainText.ts';
import { durationText, exactTimeText } from '../text/time.ts';
import { shellQuote } from '../tunnel/commands.ts';
import { contactText } from '../tunnel/contact.ts';
import { endsAtMs } from '../tunnel/tunnel.ts';
import type { SupportBundle } from './createBundle.ts';

const utc = (ms: number | null) => (ms === null ? 'not told' : exactTimeText(ms).utc);
const line = (text: string | null) => (text ? toSingleLine(text, 300) : 'not told');

/** A support bundle as a text that a person reads in a mail, from the same facts as the JSON file. */
export function supportBundleText(bundle: SupportBundle): string {
  const { tunnel, diagnosis, events } = bundle;
  const sections = [
    [
      `Support bundle of tunnel ${tunnel.id}`,
      `Made ${utc(bundle.madeAtMs)} by ${line(bundle.app)}, asking ${line(bundle.globus)}`,
      `Browser: ${line(bundle.browser)}`,
    ],
    [
      'DIAGNOSIS',
      diagnosis.verdict,
      `Whose turn: ${diagnosis.waitingOn.replace('-', ' ')}`,
      ...(diagnosis.uncertainty ? [`Not known: ${diagnosis.uncertainty}`] : []),
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
      `Lifetime: ${tunnel.lifetimeMinutes === null ? 'not told' : durationText(tunnel.lifetimeMinutes * 60_000)}, ends ${utc(endsAtMs(tunnel))}`,
      `Restarts after a failure: ${tunnel.restartable ? 'yes' : 'no'}`,
      `Initiator: ${line(bundle.initiator?.name ?? null)} (${tunnel.initiatorAccessPointId ?? 'not told'}), contact ${tunnel.initiatorContact ? contactText(tunnel.initiatorContact) : 'none'}`,
      `Listener: ${line(bundle.listener?.name ?? null)} (${tunnel.listenerAccessPointId ?? 'not told'}), contact ${tunnel.listenerContact ? contactText(tunnel.listenerContact) : 'none'}`,
      `Owner: ${bundle.owner ? `${line(identityName(bundle.owner))}, ${line(bundle.owner.username)}` : (tunnel.ownerId ?? 'not told')}`,
    ],
    [
      `EVENTS, newest first${bundle.isEveryEvent ? '' : ' (not all of them)'}`,
      ...(events === null ? ['They could not be read.'] : events.length === 0 ? ['None.'] : []),
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
      'REQUESTS of this tab about this tunnel, newest first',
      ...bundle.requests.map(
        ({ startedAtMs, method, path, status, failure, durationMs, requestId }) =>
          `${utc(startedAtMs)}  ${method} ${path}  ${status ?? failure}  ${durationMs} ms  ${requestId ?? 'no request id'}`,
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
