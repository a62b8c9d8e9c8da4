import { type ReactNode, useId } from 'react';
import type { Diagnosis } from '../../domain/diagnosis/diagnose.ts';
import type { Finding, NextStep, WaitingOn } from '../../domain/diagnosis/rule.ts';
import { shellQuote } from '../../domain/tunnel/commands.ts';
import { CommandLine } from '../controls/CommandLine.tsx';
import { CopyButton } from '../controls/CopyButton.tsx';
import styles from './DiagnosisView.module.css';

/** What is going on with a tunnel, whose turn it is, what to do, what speaks for it, and what to answer. */
export function DiagnosisView({
  diagnosis,
  action,
  eventLink,
}: {
  diagnosis: Diagnosis;
  /** The button or link of a step that is taken in this dashboard; left out where nothing can be done. */
  action?: (step: NextStep & { kind: 'action' }) => ReactNode;
  /** The way to an event that speaks for the verdict. */
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
            {SIGNS[diagnosis.tone]}
          </svg>
          <span>
            <span className="visually-hidden">Diagnosis: </span>
            {verdict}
          </span>
        </h2>
        <p className={styles.waitingOn}>
          {waitingOn === 'nobody' ? (
            'Nobody has to act.'
          ) : (
            <>
              Whose turn: <strong>{TURN_WORDS[waitingOn]}</strong>
            </>
          )}
        </p>
        {uncertainty && <p className={styles.waitingOn}>What is not known: {uncertainty}</p>}
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
        <summary>How we know</summary>
        <ul aria-label="Evidence">
          {evidence.map(({ text, eventId }) => (
            <li key={`${eventId} ${text}`}>
              <span dir="auto">{text}</span> {eventId !== undefined && eventLink?.(eventId)}
            </li>
          ))}
        </ul>
        <p className="small muted">
          Rule “{diagnosis.ruleId}”, from {diagnosis.source}
        </p>
      </details>
      <details className={styles.disclosure}>
        <summary>An answer to send</summary>
        <pre className={styles.reply} dir="auto">
          {reply}
        </pre>
        <CopyButton text={reply} contentLabel="answer" />
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
          <span className={styles.mail}>
            <span className="mono">{email}</span>
            <CopyButton text={email} contentLabel={`e-mail address of ${name}`} compact />
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

/** How else to reach somebody; a telephone number stays on one line. */
function Info({ text }: { text: string }) {
  const parts = text.split(/(\+?\d[\d ()/-]{4,20}\d)/);
  return (
    <span dir="auto">
      {parts.map((part, at) =>
        at % 2 === 0 ? (
          part
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name
          <span key={at} className={styles.number}>
            {part}
          </span>
        ),
      )}
    </span>
  );
}

const RING = { cx: 8, cy: 8, r: 6, fill: 'none', stroke: 'currentColor', strokeWidth: 2 } as const;

/** The tone as a shape, for those who see no colour. */
const SIGNS: Readonly<Record<Finding['tone'], ReactNode>> = {
  good: <path d="M2 8.5 6.5 13 14 4" fill="none" stroke="currentColor" strokeWidth="2" />,
  waiting: <path d="M3.5 2h9v1.8L9 8l3.5 4.2V14h-9v-1.8L7 8 3.5 3.8z" fill="currentColor" />,
  problem: <path d="M8 1.5 15 14H1z" fill="currentColor" />,
  over: <rect x="2.5" y="2.5" width="11" height="11" rx="1" fill="currentColor" />,
  unknown: <circle {...RING} strokeDasharray="2.6 2.1" />,
};

const TURN_WORDS: Readonly<Record<Exclude<WaitingOn, 'nobody'>, string>> = {
  'not-known': 'not known',
  globus: 'Globus',
  listener: 'the side whose program waits for the connection (listener)',
  initiator: 'the side whose program connects (initiator)',
  site: 'the people of a site',
  owner: 'whoever owns the tunnel',
};
