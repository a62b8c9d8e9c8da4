import type { DiagnosisFacts } from './facts.ts';

/** Who has to act next. */
export type WaitingOn = 'unknown' | 'no-one' | 'globus' | 'listener' | 'initiator' | 'site' | 'owner';

/** A fact that supports the verdict, and where it comes from. */
export interface Evidence {
  source: 'state' | 'status' | 'event' | 'clock' | 'access point';
  text: string;
  /** The id of the event, for a link to it. */
  eventId?: string;
}

/** A place in this dashboard where a step can be taken. */
type DiagnosisAction = 'set-listener' | 'recreate' | 'refresh' | 'events' | 'bundle';

/** Something the reader can do: run a command, press a button, or contact a site. */
export type NextStep =
  | { kind: 'command'; text: string; args: string[] }
  | { kind: 'action'; text: string; action: DiagnosisAction }
  | { kind: 'contact'; text: string; name: string; email: string | null; info: string | null };

/** What one rule finds. */
export interface Finding {
  tone: 'good' | 'waiting' | 'problem' | 'ended' | 'unknown';
  /** The fact in a few words, without a full stop: it is a heading. */
  verdict: string;
  waitingOn: WaitingOn;
  /** What supports the verdict besides state, status and times. */
  evidence?: Evidence[];
  /** What the evidence doesn't prove. */
  uncertainty?: string;
  nextSteps: NextStep[];
  /** The verdict for the person who asked, in whole sentences and without states or codes. */
  reply: string;
  /** The steps of the reply, where they differ from {@link nextSteps}. */
  replySteps?: NextStep[];
}

/** One line of the table. The first rule that returns a finding makes the diagnosis. */
export interface DiagnosisRule {
  id: string;
  /** Where the rule comes from: "api" is globus-api.md, [A] an assumption that no source proves. */
  source: string;
  evaluate: (facts: DiagnosisFacts) => Finding | null;
}
