import type { DiagnosisFacts } from './facts.ts';

/** Who has to do something before it goes on. */
export type Turn = 'not-known' | 'nobody' | 'globus' | 'listener' | 'initiator' | 'site' | 'owner';

/** Something that speaks for the verdict, and where it comes from. */
export interface Evidence {
  from: 'state' | 'status' | 'event' | 'clock' | 'access point';
  words: string;
  /** The event it stands in. */
  eventId?: string;
}

/** A place of this dashboard where a step can be taken. */
type DiagnosisAction = 'give-listener' | 'make-again' | 'refresh' | 'events' | 'bundle';

/** Something the reader can do: type a command, press a button, or ask somebody. */
export type NextStep =
  | { kind: 'command'; words: string; args: string[] }
  | { kind: 'action'; words: string; action: DiagnosisAction }
  | { kind: 'contact'; words: string; name: string; email: string | null; info: string | null };

/** What one rule has to say. */
export interface Finding {
  tone: 'good' | 'waiting' | 'problem' | 'over' | 'unknown';
  /** One sentence. */
  verdict: string;
  whoseTurn: Turn;
  /** What speaks for it besides state, status and clock. */
  evidence?: Evidence[];
  /** What is not known, when the evidence is thin. */
  thin?: string;
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
  find: (facts: DiagnosisFacts) => Finding;
}
