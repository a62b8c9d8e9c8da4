import type { AccessPoint } from '../site/accessPoint.ts';
import { parseTunnelEventCode, type TunnelEvent } from '../tunnel/event.ts';
import { parseTunnelState } from '../tunnel/state.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';
import { diagnose } from './diagnose.ts';
import type { DiagnosisInput } from './facts.ts';
import type { DiagnosisRule, NextStep, WaitingOn } from './rule.ts';

export const NOW = Date.UTC(2026, 10, 25, 12, 0, 0);
const MINUTE_MS = 60_000;
const ID = 'a1b2c3d4-0000-4000-8000-00000000009f';

const ago = (minutes: number) => NOW - minutes * MINUTE_MS;
export const WITH_LISTENER_CONTACT = { listenerContact: { host: '10.0.0.7', port: 5000 } };
export const WITH_BOTH_CONTACTS = {
  ...WITH_LISTENER_CONTACT,
  initiatorContact: { host: '10.9.8.7', port: 23_000 },
};

export function tunnel(stateText: string, minutesOld: number | null, more: Partial<Tunnel> = {}): Tunnel {
  return {
    id: ID,
    label: 'Run 7',
    state: parseTunnelState(stateText),
    stateText,
    status: 'A sentence from Globus.',
    createdAtMs: minutesOld === null ? null : ago(minutesOld),
    lifetimeMinutes: 360,
    restartable: false,
    listenerContact: null,
    initiatorContact: null,
    initiatorAccessPointId: 'ap-i',
    listenerAccessPointId: 'ap-l',
    ownerId: 'owner',
    submissionId: null,
    ...more,
  };
}

/** Returns events by code and minutes ago, oldest first; a code with "!" is an error. */
export function events(...reported: [code: string, minutesAgo: number | null][]): TunnelEvent[] {
  return reported.map(([name, minutesAgo], index) => {
    const codeText = name.replace('!', '');
    return {
      id: String(index + 1),
      code: parseTunnelEventCode(codeText),
      codeText,
      isError: name.endsWith('!'),
      description: `It is ${codeText}`,
      details: '',
      timeMs: minutesAgo === null ? null : ago(minutesAgo),
    };
  });
}

export function site(name: string, contactEmail: string | null): AccessPoint {
  return {
    id: 'site',
    name,
    tlsftpServer: null,
    owner: null,
    organization: null,
    department: null,
    description: null,
    keywords: [],
    contactEmail,
    contactInfo: null,
    infoLink: null,
    hostEndpointId: null,
  };
}

export function input(given: Partial<DiagnosisInput> & Pick<DiagnosisInput, 'tunnel'>): DiagnosisInput {
  return {
    events: [],
    isEveryEvent: true,
    lacksNewest: false,
    initiator: site('Beamline 7', 'beam@harbor.example'),
    listener: site('Compute', 'help@hpc.example'),
    now: NOW,
    ...given,
  };
}

/** One case of the tables. */
export interface DiagnosisCase {
  name: string;
  given: Partial<DiagnosisInput> & Pick<DiagnosisInput, 'tunnel'>;
  ruleId: string;
  waitingOn: WaitingOn;
  verdict: RegExp;
  nextSteps: RegExp;
  reply: RegExp;
}

export const STARTED_EVENTS: [string, number][] = [['STARTED', 60]];
export const ACTIVE_EVENTS: [string, number][] = [...STARTED_EVENTS, ['TUNNEL_ACTIVE', 59]];

const stepsText = (steps: readonly NextStep[]) =>
  steps.map((step) => JSON.stringify(step).replaceAll('","', ' ')).join('\n');

/** Returns where a diagnosis differs from what the case expects. */
export function findMismatches({
  given,
  ruleId,
  waitingOn,
  verdict,
  nextSteps,
  reply,
}: DiagnosisCase): string[] {
  const diagnosis = diagnose(input(given));
  const steps = stepsText(diagnosis.nextSteps);
  return [
    ...(diagnosis.ruleId === ruleId ? [] : [`rule: ${diagnosis.ruleId}`]),
    ...(diagnosis.waitingOn === waitingOn ? [] : [`waiting on: ${diagnosis.waitingOn}`]),
    ...(verdict.test(diagnosis.verdict) ? [] : [`verdict: ${diagnosis.verdict}`]),
    ...(nextSteps.test(steps) ? [] : [`steps: ${steps}`]),
    ...(reply.test(diagnosis.reply) ? [] : [`reply: ${diagnosis.reply}`]),
  ];
}

/** Returns the rules that no case leads to. */
export function findUncoveredRules(
  rules: readonly DiagnosisRule[],
  cases: readonly DiagnosisCase[],
): string[] {
  return rules.map(({ id }) => id).filter((id) => !cases.some(({ ruleId }) => ruleId === id));
}
