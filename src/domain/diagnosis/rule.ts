import type { DiagnosisFacts } from './facts.ts';

/** Who has to do something before it goes on. */
export type WaitingOn = 'not-known' | 'nobody' | 'globus' | 'listener' | 'initiator' | 'site' | 'owner';

/** Something that speaks for the verdict, and where it comes from. */
export interface Evidence {
  source: 'state' | 'status' | 'event' | 'clock' | 'access point';
  text: string;
  /** The event it stands in. */
  eventId?: string;
}

/** A place of this dashboard where a step can be taken. */
type DiagnosisAction = 'give-listener' | 'make-again' | 'refresh' | 'events' | 'bundle';

/** Something the reader can do: type a command, press a button, or ask somebody. */
export type NextStep =
  | { kind: 'command'; text: string; args: string[] }
  | { kind: 'action'; text: string; action: DiagnosisAction }
  | { kind: 'contact'; text: string; name: string; email: string | null; info: string | null };

/** What one rule has to say. */
export interface Finding {
  tone: 'good' | 'waiting' | 'problem' | 'over' | 'unknown';
  /** One sentence. */
  verdict: string;
  waitingOn: WaitingOn;
  /** What speaks for it besides state, status and clock. */
  evidence?: Evidence[];
  /** What is not known, when the evidence is thin. */
  uncertainty?: string;
  nextSteps: NextStep[];
  /** The verdict for the person who asked, without internals; whole sentences. */
  reply: string;
}

/** One line of the table: the first that applies is the diagnosis. */
export interface DiagnosisRule {
  id: string;
  /** Where the rule comes from: "api" is globus-api.md, [A] an assumption that no source proves. */
  source: string;
  applies: (facts: DiagnosisFacts) => boolean;
  evaluate: (facts: DiagnosisFacts) => Finding;
}
