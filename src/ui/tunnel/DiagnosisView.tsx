import { type ReactNode, useId } from 'react';
import { shellQuote } from '../../domain/commands/shellQuote.ts';
import type { Diagnosis } from '../../domain/diagnosis/diagnose.ts';
import type { Finding, NextStep } from '../../domain/diagnosis/rule.ts';
import { NO_ACTION_NEEDED, WAITING_ON_LABELS } from '../../domain/diagnosis/waitingOn.ts';
import { CommandLine } from '../controls/CommandLine.tsx';
import { CopyButton } from '../controls/CopyButton.tsx';
import styles from './DiagnosisView.module.css';

/** Shows a diagnosis: the verdict, who it's waiting on, the next steps, the evidence, and a reply to send. */
export function DiagnosisView({
  diagnosis,
  isReaderOwner = false,
  action,
  eventLink,
}: {
  diagnosis: Diagnosis;
  /** The reader owns the tunnel. */
  isReaderOwner?: boolean;
  /** Renders the button or link for a step in this dashboard. Left out where there is nothing to act on. */
  action?: (step: NextStep & { kind: 'action' }) => ReactNode;
  /** Renders a link to an event that supports the verdict. */
  eventLink?: (eventId: string) => ReactNode;
}) {
  const titleId = useId();
  const { verdict, waitingOn, uncertainty, evidence, reply } = diagnosis;
  const isAction = ({ kind }: NextStep) => kind === 'action';
  const steps = [
    ...diagnosis.nextSteps.filter((step) => action && isAction(step)),
    ...diagnosis.nextSteps.filter((step) => !isAction(step)),
  ];
  return (
    <section
      className={`card stack ${styles.diagnosis}`}
      data-tone={diagnosis.tone}
      aria-labelledby={titleId}
    >
      <div>
        <h2 id={titleId} className={styles.verdict}>
          <svg className={styles.icon} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            {TONE_ICONS[diagnosis.tone]}
          </svg>
          <span>
            <span className="visually-hidden">Diagnosis: </span>
            {verdict}
          </span>
        </h2>
        <p className={styles.waitingOn}>
          {waitingOn === 'no-one' ? (
            NO_ACTION_NEEDED
          ) : (
            <>
              Waiting on:{' '}
              <strong>{waitingOn === 'owner' && isReaderOwner ? 'you' : WAITING_ON_LABELS[waitingOn]}</strong>
            </>
          )}
        </p>
        {uncertainty && <p className={styles.waitingOn}>{uncertainty}</p>}
      </div>
      {steps.length > 0 && (
        <ul className={styles.steps} aria-label="Next steps">
          {steps.map((step) => (
            <li key={JSON.stringify(step)} data-kind={step.kind}>
              {step.kind === 'action' ? action?.(step) : <PlainStep step={step} />}
            </li>
          ))}
        </ul>
      )}
      <details className={styles.disclosure}>
        <summary>Evidence</summary>
        <ul aria-label="Evidence">
          {evidence.map(({ text, eventId }) => (
            <li key={`${eventId} ${text}`}>
              <span dir="auto">{text}</span> {eventId !== undefined && eventLink?.(eventId)}
            </li>
          ))}
        </ul>
      </details>
      <details className={styles.disclosure}>
        <summary>Suggested reply</summary>
        <pre className={styles.reply} dir="auto">
          {reply}
        </pre>
        <CopyButton text={reply} contentLabel="suggested reply" />
      </details>
    </section>
  );
}

function PlainStep({ step }: { step: Exclude<NextStep, { kind: 'action' }> }) {
  if (step.kind === 'command') {
    return <CommandLine caption={step.text} text={shellQuote(step.args)} />;
  }
  const { text, name, email, info } = step;
  return (
    <>
      {text}: <span dir="auto">{name}</span>
      {email && (
        <>
          {' '}
          <span className={styles.email}>
            <span className="mono">{email}</span>
            <CopyButton text={email} contentLabel={`email address of ${name}`} compact />
          </span>
        </>
      )}
      {info && (
        <>
          {' '}
          <Info text={info} />
        </>
      )}
    </>
  );
}

/** Other contact details. A phone number stays on one line. */
function Info({ text }: { text: string }) {
  const parts = text.split(/(\+?\d[\d ()/-]{4,20}\d)/);
  return (
    <span dir="auto">
      {parts.map((part, at) =>
        at % 2 === 0 ? (
          part
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other key
          <span key={at} className={styles.number}>
            {part}
          </span>
        ),
      )}
    </span>
  );
}

const RING = { cx: 8, cy: 8, r: 6, fill: 'none', stroke: 'currentColor', strokeWidth: 2 } as const;

/** The tone as a shape, so that it doesn't depend on color. */
const TONE_ICONS: Readonly<Record<Finding['tone'], ReactNode>> = {
  good: <path d="M2 8.5 6.5 13 14 4" fill="none" stroke="currentColor" strokeWidth="2" />,
  waiting: <path d="M3.5 2h9v1.8L9 8l3.5 4.2V14h-9v-1.8L7 8 3.5 3.8z" fill="currentColor" />,
  problem: <path d="M8 1.5 15 14H1z" fill="currentColor" />,
  ended: <rect x="2.5" y="2.5" width="11" height="11" rx="1" fill="currentColor" />,
  unknown: <circle {...RING} strokeDasharray="2.6 2.1" />,
};
