import { initiatorEnvironmentCommand, listenerEnvironmentCommand } from '../commands/hostCommands.ts';
import type { AccessPoint } from '../site/accessPoint.ts';
import { toSingleLine } from '../text/plainText.ts';
import { timeAgo } from '../text/time.ts';
import { contactText, EXAMPLE_CONTACT } from '../tunnel/contact.ts';
import type { TunnelEvent } from '../tunnel/event.ts';
import type { DiagnosisFacts } from './facts.ts';
import type { Evidence, NextStep } from './rule.ts';

// The evidence and the steps that several rules share.

/** What every rule says that reads the cause from an error code. */
export const FROM_CODE_ONLY = 'Based on the event code only.';
export const FROM_CODE_SITE_UNKNOWN = 'Based on the event code only. The event doesn’t say which site.';

/** Returns an event as evidence: its code, its time and its description. */
export function eventEvidence(event: TunnelEvent | null, now: number): Evidence[] {
  if (!event) return [];
  const when = event.timeMs === null ? '' : `, ${timeAgo(event.timeMs, now)}`;
  const description = toSingleLine(event.description, 200);
  return [
    {
      source: 'event',
      text: `${toSingleLine(event.codeText, 60)}${when}${description ? `: “${description}”` : ''}`,
      eventId: event.id,
    },
  ];
}

/** Returns the unresolved error as evidence, and the newest event that came after it. */
export function errorAndAfter({ history, now }: DiagnosisFacts): Evidence[] {
  const [newest] = history.afterError;
  return [
    ...eventEvidence(history.unresolvedError, now),
    ...eventEvidence(newest ?? null, now).map((evidence) => ({
      ...evidence,
      text: `After it: ${evidence.text}`,
    })),
  ];
}

/** Returns a sentence about what no event says; while events are missing, only that they are. */
export function unlessEventsMissing(
  { areEventsLoaded, lacksNewest }: DiagnosisFacts,
  sentence: string,
): string {
  return areEventsLoaded && !lacksNewest ? sentence : 'Its events couldn’t be loaded. They may say more.';
}

/**
 * Returns the step of asking a site's administrators. Where the access point names no contact, the reader's own
 * support team has to find them, with a support bundle.
 *
 * @param question what to ask, as it reads after "ask the site administrators"
 */
export function contactSiteStep(site: AccessPoint | null, question: string): NextStep {
  const email = toSingleLine(site?.contactEmail ?? '', 200) || null;
  const info = site?.contactInfo?.trim() || null;
  if (!site || (!email && !info)) {
    return {
      kind: 'action',
      text: `Create a support bundle so that your support team can ask the site administrators ${question}`,
      action: 'bundle',
    };
  }
  return {
    kind: 'contact',
    text: `Ask the site administrators ${question}`,
    name: toSingleLine(site.name, 80),
    email,
    info,
  };
}

/** Returns the steps of asking both sites, for when either may be the cause; only one step if they are the same. */
export function contactBothSitesSteps({ initiator, listener }: DiagnosisFacts, question: string): NextStep[] {
  const steps = [contactSiteStep(initiator, question), contactSiteStep(listener, question)];
  return steps.filter(
    (step, index) => steps.findIndex((other) => JSON.stringify(other) === JSON.stringify(step)) === index,
  );
}

/** Returns the command that prepares the listener host and gives Globus the listener address. */
export function initializeListenerStep({ tunnel, listenerName }: DiagnosisFacts): NextStep {
  return {
    kind: 'command',
    text: `On the listener host (${listenerName}), run this command with your program’s address and port instead of ${contactText(EXAMPLE_CONTACT)}`,
    args: listenerEnvironmentCommand(tunnel.id, EXAMPLE_CONTACT),
  };
}

/** Returns the command that prints the contact string on the initiator host. */
export function getContactStringStep({ tunnel, initiatorName }: DiagnosisFacts): NextStep {
  return {
    kind: 'command',
    text: `On the initiator host (${initiatorName}), run this command to get the contact string. Then start your program with globus-streams-launch.sh and the contact string`,
    args: initiatorEnvironmentCommand(tunnel.id),
  };
}

export const ENTER_LISTENER_STEP: NextStep = {
  kind: 'action',
  text: 'Enter listener address',
  action: 'set-listener',
};

export const RECREATE_STEP: NextStep = { kind: 'action', text: 'Recreate tunnel', action: 'recreate' };

export const REFRESH_STEP: NextStep = { kind: 'action', text: 'Refresh', action: 'refresh' };

export const VIEW_EVENTS_STEP: NextStep = { kind: 'action', text: 'View events', action: 'events' };

export const CREATE_BUNDLE_STEP: NextStep = {
  kind: 'action',
  text: 'Create a support bundle for Globus support',
  action: 'bundle',
};
