import { type ComponentProps, useMemo, useRef } from 'react';
import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import { diagnose } from '../../domain/diagnosis/diagnose.ts';
import { contactText } from '../../domain/tunnel/contact.ts';
import { type PathSegment, type PathSegments, pathSegments } from '../../domain/tunnel/path.ts';
import { Skeleton } from '../../ui/query-states/Skeleton.tsx';
import { useNow } from '../../ui/text/useNow.ts';
import { DiagnosisView } from '../../ui/tunnel/DiagnosisView.tsx';
import { LegList } from '../../ui/tunnel/LegList.tsx';
import { TunnelPath } from '../../ui/tunnel/TunnelPath.tsx';
import { ConnectNextStep } from './connect/ConnectNextStep.tsx';
import { DiagnosisAction } from './DiagnosisAction.tsx';
import { TunnelFacts } from './TunnelFacts.tsx';
import styles from './TunnelView.module.css';
import type { TunnelPageData } from './tunnelPageData.ts';

const NOT_SEEN: PathSegment = {
  state: 'unknown',
  reason: 'The tunnel is gone, or not visible to you any more.',
};
/** What was known of the path says nothing about now. */
const GONE: PathSegments = [NOT_SEEN, NOT_SEEN, NOT_SEEN, NOT_SEEN];

/** The path, the diagnosis, what to do, and every fact. */
export function OverviewTab({
  pageData,
  connectProps,
  isGone,
  onRefresh,
}: {
  pageData: TunnelPageData;
  connectProps: Omit<ComponentProps<typeof ConnectNextStep>, 'children'>;
  isGone: boolean;
  onRefresh: () => unknown;
}) {
  const { tunnel, history } = pageData;
  const legs = isGone ? GONE : pathSegments(tunnel, history);
  const connect = useRef<HTMLDivElement>(null);
  const giveListener = () => {
    connect.current?.scrollIntoView({ block: 'start' });
    connect.current?.querySelector('input')?.focus({ preventScroll: true });
  };
  return (
    <div className={styles.overview}>
      <div className="card">
        <TunnelPath
          legs={legs}
          names={{
            initiator: connectProps.initiator,
            listener: connectProps.listener,
            initiatorContact: tunnel.initiatorContact && contactText(tunnel.initiatorContact),
            listenerContact: tunnel.listenerContact && contactText(tunnel.listenerContact),
          }}
        />
        <LegList legs={legs} />
      </div>
      {!isGone && (
        <>
          <Diagnosing story={pageData} onRefresh={onRefresh} onGiveListener={giveListener} />
          <div ref={connect} className={styles.connect}>
            <ConnectNextStep
              {...connectProps}
              hasDiagnosis
              hasUnresolvedError={history.unresolvedError !== null}
            >
              <p>
                <Link to={routePaths.tunnelConnect(tunnel.id)}>The commands for both machines</Link>
              </p>
            </ConnectNextStep>
          </div>
        </>
      )}
      <TunnelFacts pageData={pageData} isGone={isGone} />
    </div>
  );
}

function Diagnosing({
  story,
  onRefresh,
  onGiveListener,
}: {
  story: TunnelPageData;
  onRefresh: () => unknown;
  onGiveListener: () => void;
}) {
  const now = useNow(15_000);
  const { tunnel, events, isEveryEvent, lacksNewest, initiator, listener } = story;
  const diagnosis = useMemo(
    () => diagnose({ tunnel, events, isEveryEvent, lacksNewest, initiator, listener, now }),
    [tunnel, events, isEveryEvent, lacksNewest, initiator, listener, now],
  );
  // A verdict from half of the facts would be another one a moment later.
  if (story.isLoading) return <Skeleton rows={3} height="56px" />;
  return (
    <DiagnosisView
      diagnosis={diagnosis}
      action={(step) => (
        <DiagnosisAction
          step={step}
          tunnel={tunnel}
          onRefresh={onRefresh}
          onShowListenerForm={onGiveListener}
        />
      )}
      eventLink={(eventId) => <Link to={routePaths.tunnelEvent(tunnel.id, eventId)}>Show the event</Link>}
    />
  );
}
