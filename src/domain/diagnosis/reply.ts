import { toSingleLine } from '../text/plainText.ts';
import { shellQuote } from '../tunnel/commands.ts';
import type { DiagnosisFacts } from './facts.ts';
import type { Finding, NextStep } from './rule.ts';

/**
 * A text for the person who asked, ready to send: what is going on and what they can do, without states, codes
 * and other internals.
 */
export function composeReply({ tunnel }: DiagnosisFacts, { reply, nextSteps }: Finding): string {
  const label = toSingleLine(tunnel.label ?? '', 80);
  const name = label === '' ? 'Your tunnel' : `Your tunnel “${label}”`;
  const steps = nextSteps.flatMap(stepForThem);
  return [
    'Hello,',
    `${name} ${reply}`,
    ...(steps.length > 0
      ? [['What you can do:', ...steps.map((step) => `- ${step}`)].join('\n').trimEnd()]
      : []),
    'Kind regards',
  ].join('\n\n');
}

/** A step in the words of a letter; what only the reader of the dashboard can do is left out. */
function stepForThem(step: NextStep): string[] {
  switch (step.kind) {
    case 'command':
      return [`${step.text}:\n\n      ${shellQuote(step.args)}\n`];
    case 'contact':
      return [
        `${step.text}: ${[step.name, step.email, toSingleLine(step.info ?? '', 120)].filter(Boolean).join(', ')}.`,
      ];
    default: {
      const words = FOR_THEM[step.action];
      return words === null ? [] : [words];
    }
  }
}

const FOR_THEM = {
  'give-listener': "Or give the listener's IP address and port on the tunnel's page.",
  'make-again': "Make it again: the tunnel's page offers that, with the same two ends.",
  refresh: null,
  events: null,
  bundle: null,
} as const;
