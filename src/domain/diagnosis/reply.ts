import { shellQuote } from '../commands/shellQuote.ts';
import { toSingleLine } from '../text/plainText.ts';
import type { DiagnosisFacts } from './facts.ts';
import type { Finding, NextStep } from './rule.ts';

/**
 * Writes a message to the person who asked, ready to send: what is happening and what they can do, without states,
 * codes and other internals.
 */
export function composeReply(
  { tunnel }: DiagnosisFacts,
  { reply, nextSteps, replySteps = nextSteps }: Finding,
): string {
  const steps = replySteps.flatMap(replyStep);
  return [
    'Hello,',
    reply,
    ...(steps.length > 0 ? [['Next steps:', ...steps.map((step) => `- ${step}`)].join('\n').trimEnd()] : []),
    `Tunnel ID: ${toSingleLine(tunnel.id, 100)}`,
    'Kind regards',
  ].join('\n\n');
}

/** Returns a step as a line of a message, or nothing for what only the reader of the dashboard can do. */
function replyStep(step: NextStep): string[] {
  switch (step.kind) {
    case 'command':
      return [`${step.text}:\n\n      ${shellQuote(step.args)}\n`];
    case 'contact':
      return [
        `${step.text}: ${[step.name, step.email, toSingleLine(step.info ?? '', 120)].filter(Boolean).join(', ')}.`,
      ];
    default: {
      const text = REPLY_ACTIONS[step.action];
      return text === null ? [] : [text];
    }
  }
}

const REPLY_ACTIONS = {
  'set-listener': 'Or enter the listener’s IP address and port on the tunnel’s page.',
  recreate: 'Recreate the tunnel from its page.',
  refresh: null,
  events: null,
  bundle: null,
} as const;
