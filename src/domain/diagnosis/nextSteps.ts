import type { AccessPoint } from '../site/accessPoint.ts';
import { oneLine } from '../text/plainText.ts';
import { timeAgo } from '../text/time.ts';
import type { TunnelEvent } from '../tunnel/event.ts';
import type { DiagnosisFacts } from './facts.ts';
import type { Evidence, NextStep } from './rule.ts';

// What several rules say: an event as evidence, and the steps that recur.

/** An event as evidence: its code, when it was, and what it says. */
export function eventEvidence(event: TunnelEvent | null, now: number): Evidence[] {
  if (!event) return [];
  const when = event.timeMs === null ? '' : `, ${timeAgo(event.timeMs, now)}`;
  const said = oneLine(event.description, 200);
  return [
    {
      from: 'event',
      words: `${oneLine(event.codeText, 60)}${when}${said ? `: “${said}”` : ''}`,
      eventId: event.id,
    },
  ];
}

/** Asking the people of a site; where the access point names none, the way is the support that one has. */
export function askSite(site: AccessPoint | null, about: string): NextStep {
  const email = oneLine(site?.contactEmail ?? '', 200) || null;
  const info = site?.contactInfo?.trim() || null;
  if (!site || (!email && !info)) {
    return {
      kind: 'action',
      words: `Make a support bundle: it says what your support needs to ask the site ${about}`,
      action: 'bundle',
    };
  }
  return { kind: 'contact', words: `Ask ${about}`, name: oneLine(site.name, 80), email, info };
}

/** Both sides' people, when it is not known which of them it is about; each once. */
export function askBothSites({ initiator, listener }: DiagnosisFacts, about: string): NextStep[] {
  const steps = [askSite(initiator, about), askSite(listener, about)];
  return steps.filter(
    (step, place) => steps.findIndex((other) => JSON.stringify(other) === JSON.stringify(step)) === place,
  );
}

export const MAKE_AGAIN: NextStep = {
  kind: 'action',
  words: 'Make it again with the same two ends',
  action: 'make-again',
};

export const READ_EVENTS: NextStep = { kind: 'action', words: 'Read the events', action: 'events' };
