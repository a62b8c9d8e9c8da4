import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { CliAndPython } from './CliAndPython.tsx';
import { ConnectNextStep } from './ConnectNextStep.tsx';
import { ConnectProgress } from './ConnectProgress.tsx';
import styles from './ConnectTab.module.css';
import { LanAuthentication } from './lan-secrets/LanAuthentication.tsx';
import { Runbook } from './runbook/Runbook.tsx';
import type { ListenerDraft } from './useListenerDraft.ts';

/** Explains how to connect two programs through a tunnel: the next step, then the whole runbook. */
export function ConnectTab(props: {
  tunnel: Tunnel;
  /** The access points' names. */
  initiator: string;
  listener: string;
  listenerDraft: ListenerDraft;
}) {
  return (
    <div className={styles.connect}>
      <ConnectProgress tunnel={props.tunnel} />
      <ConnectNextStep {...props} />
      <Runbook {...props} />
      <LanAuthentication {...props} />
      <CliAndPython tunnel={props.tunnel} />
    </div>
  );
}
