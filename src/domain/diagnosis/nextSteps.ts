import type { AccessPoint } from '../site/accessPoint.ts';
import { toSingleLine } from '../text/plainText.ts';
import { timeAgo } from '../text/time.ts';
import type { TunnelEvent } from '../tunnel/event.ts';
import type { DiagnosisFacts } from './facts.ts';
import type { Evidence, NextStep } from './rule.ts';

// What several rules say: an event as evidence, and the steps that recur.

/** An event as evidence: its code, when it was, and what it says. */
export function eventEvidence(event: TunnelEvent | null, now: number): Evidence[] {
  if (!event) return [];
  const when = event.timeMs === null ? '' : `, ${timeAgo(event.timeMs, now)}`;
  const said = toSingleLine(event.description, 200);
  return [
    {
      source: 'event',
      text: `${toSingleLine(event.codeText, 60)}${when}${said ? `: “${said}”` : ''}`,
      eventId: event.id,
    },
  ];
}

/** Asking the people of a site; where the access point names none, the way is the support that one has. */
export function contactSiteStep(site: AccessPoint | null, about: string): NextStep {
  const email = toSingleLine(site?.contactEmail ?? '', 200) || null;
  const info = site?.contactInfo?.trim() || null;
  if (!site || (!email && !info)) {
    return {
      kind: 'action',
      text: `Make a support bundle: it says what your support needs to ask the site ${about}`,
      action: 'bundle',
    };
  }
  return { kind: 'contact', text: `Ask ${about}`, name: toSingleLine(site.name, 80), email, info };
}

/** Both sides' people, when it is not known which of them it is about; each once. */
export function contactBothSitesSteps({ initiator, listener }: DiagnosisFacts, about: string): NextStep[] {
  const steps = [contactSiteStep(initiator, about), contactSiteStep(listener, about)];
  return steps.filter(
    (step, place) => steps.findIndex((other) => JSON.stringify(other) === JSON.stringify(step)) === place,
  );
}

export const RECREATE_STEP: NextStep = {
  kind: 'action',
  text: 'Make it again with the same two ends',
  action: 'make-again',
};

export const VIEW_EVENTS_STEP: NextStep = { kind: 'action', text: 'Read the events', action: 'events' };
