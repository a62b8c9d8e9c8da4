import { useState } from 'react';
import { durationText } from '../../domain/text/time.ts';
import { contactText } from '../../domain/tunnel/contact.ts';
import { stateSinceMs } from '../../domain/tunnel/history.ts';
import { tunnelOutcome } from '../../domain/tunnel/outcome.ts';
import { type Tunnel, tunnelName } from '../../domain/tunnel/tunnel.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { TimeText } from '../../ui/text/TimeText.tsx';
import { useNow } from '../../ui/text/useNow.ts';
import { OutcomeBadge } from '../../ui/tunnel/OutcomeBadge.tsx';
import { RenameNotice, type RenameResult } from './actions/RenameNotice.tsx';
import { TunnelActions } from './actions/TunnelActions.tsx';
import styles from './TunnelHeader.module.css';
import type { TunnelPageData } from './tunnelPageData.ts';

/** Shows the tunnel's name, its state and since when, the status that Globus reports, and the actions. */
export function TunnelHeader({ pageData, isGone }: { pageData: TunnelPageData; isGone: boolean }) {
  const { tunnel, history, events } = pageData;
  const outcome = tunnelOutcome(tunnel, events && history, useNow(60_000));
  const [renaming, setRenaming] = useState<RenameResult | null>(null);
  return (
    <>
      <PageHeader
        title={
          <span className={styles.name} dir="auto">
            {tunnelName(tunnel)}
          </span>
        }
        tabTitle={tunnelName(tunnel)}
        description={
          <span className={styles.summary}>
            {/* Always mounted, so that screen readers announce every change of state. */}
            <span role="status" className={isGone ? styles.lastKnown : undefined}>
              {isGone && 'No longer available. Last known state: '}
              <OutcomeBadge tunnel={tunnel} outcome={outcome} />
              {!isGone && tunnel.state === 'ACTIVE' && (
                <ReadyAnnouncement contact={tunnel.initiatorContact} />
              )}
            </span>
            {!isGone && <Since ms={stateSinceMs(tunnel, history)} />}
            {tunnel.status && (
              <span className={styles.status} dir="auto">
                Globus {isGone ? 'said' : 'says'}: “{tunnel.status}”
              </span>
            )}
          </span>
        }
        actions={!isGone && <TunnelActions pageData={pageData} onRenamed={setRenaming} />}
      />
      {renaming && !isGone && (
        <RenameNotice tunnel={tunnel} result={renaming} onClose={() => setRenaming(null)} />
      )}
    </>
  );
}

function ReadyAnnouncement({ contact }: { contact: Tunnel['initiatorContact'] }) {
  return (
    <span className="visually-hidden">
      . Ready to connect.{contact && ` Initiator address: ${contactText(contact)}.`}
    </span>
  );
}

function Since({ ms }: { ms: number | null }) {
  const now = useNow(15_000);
  if (ms === null) return null;
  return (
    <span>
      since <TimeText ms={ms} format="clock" />
      {now > ms && <span className="muted"> ({durationText(now - ms)})</span>}
    </span>
  );
}
