import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { ConnectNextStep } from './ConnectNextStep.tsx';
import styles from './ConnectTab.module.css';
import { Runbook } from './Runbook.tsx';
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
      <ConnectNextStep {...props} />
      <Runbook {...props} />
    </div>
  );
}
