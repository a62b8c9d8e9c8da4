import { type ReactNode, useId } from 'react';
import { shellQuote } from '../domain/commands.ts';
import type { Diagnosis } from '../domain/diagnosis.ts';
import type { NextStep, Turn } from '../domain/diagnosisRule.ts';
import { CommandLine } from './CommandLine.tsx';
import { CopyButton } from './CopyButton.tsx';
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
  const { verdict, whoseTurn, thin, evidence, reply } = diagnosis;
  const steps = diagnosis.nextSteps.filter(({ kind }) => kind !== 'action' || action);
  return (
    <section
      className={`card stack ${styles.diagnosis}`}
      data-tone={diagnosis.tone}
      aria-labelledby={titleId}
    >
      <div>
        <h2 id={titleId} className={styles.verdict}>
          <span className="visually-hidden">Diagnosis: </span>
          {verdict}
        </h2>
        <p className={styles.turn}>
          Whose turn: <strong>{TURN_WORDS[whoseTurn]}</strong>
        </p>
        {thin && <p className={styles.turn}>What is not known: {thin}</p>}
      </div>
      {steps.length > 0 && (
        <ul className={styles.steps} aria-label="Next steps">
          {steps.map((step) => (
            <li key={JSON.stringify(step)}>
              {step.kind === 'action' ? action?.(step) : <PlainStep step={step} />}
            </li>
          ))}
        </ul>
      )}
      <details className={styles.folded}>
        <summary>How we know</summary>
        <ul aria-label="Evidence">
          {evidence.map(({ words, eventId }) => (
            <li key={`${eventId} ${words}`}>
              <span dir="auto">{words}</span> {eventId !== undefined && eventLink?.(eventId)}
            </li>
          ))}
        </ul>
        <p className="small muted">
          Rule “{diagnosis.rule}”, from {diagnosis.source}
        </p>
      </details>
      <details className={styles.folded}>
        <summary>An answer to send</summary>
        <pre className={styles.reply} dir="auto">
          {reply}
        </pre>
        <CopyButton text={reply} what="answer" />
      </details>
    </section>
  );
}

function PlainStep({ step }: { step: Exclude<NextStep, { kind: 'action' }> }) {
  if (step.kind === 'command') {
    return <CommandLine words={step.words} text={shellQuote(step.args)} />;
  }
  const { words, name, email, info } = step;
  return (
    <>
      {words}: <span dir="auto">{name}</span>
      {email && (
        <>
          {' '}
          <span className="mono">{email}</span>
          <CopyButton text={email} what={`e-mail address of ${name}`} compact />
        </>
      )}
      {info && <span dir="auto"> {info}</span>}
    </>
  );
}

const TURN_WORDS: Readonly<Record<Turn, string>> = {
  nobody: 'nobody has to act',
  globus: 'Globus',
  listener: 'the side whose program waits for the connection (listener)',
  initiator: 'the side whose program connects (initiator)',
  site: 'the people of a site',
  owner: 'whoever owns the tunnel',
};
