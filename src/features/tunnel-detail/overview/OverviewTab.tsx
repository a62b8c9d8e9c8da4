import { type ComponentProps, useRef } from 'react';
import { Link } from 'react-router';
import { routePaths } from '../../../config/routePaths.ts';
import { contactText } from '../../../domain/tunnel/contact.ts';
import { type PathSegment, type PathSegments, pathSegments } from '../../../domain/tunnel/path.ts';
import { PathSegmentList } from '../../../ui/tunnel/PathSegmentList.tsx';
import { TunnelPath } from '../../../ui/tunnel/TunnelPath.tsx';
import { ConnectNextStep } from '../connect/ConnectNextStep.tsx';
import type { TunnelPageData } from '../tunnelPageData.ts';
import styles from './OverviewTab.module.css';
import { TunnelDiagnosis } from './TunnelDiagnosis.tsx';
import { TunnelFacts } from './TunnelFacts.tsx';

const NO_LONGER_VISIBLE: PathSegment = {
  state: 'unknown',
  reason: 'This tunnel was deleted, or you lost access.',
};
/** The last known state of the path says nothing about the present. */
const GONE: PathSegments = [NO_LONGER_VISIBLE, NO_LONGER_VISIBLE, NO_LONGER_VISIBLE, NO_LONGER_VISIBLE];

/** Shows the path, the diagnosis, the next step, and every detail. */
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
  const segments = isGone ? GONE : pathSegments(tunnel, history);
  const connect = useRef<HTMLDivElement>(null);
  const showListenerForm = () => {
    connect.current?.scrollIntoView({ block: 'start' });
    connect.current?.querySelector('input')?.focus({ preventScroll: true });
  };
  return (
    <div className={styles.overview}>
      <div className="card">
        <TunnelPath
          segments={segments}
          names={{
            initiator: connectProps.initiator,
            listener: connectProps.listener,
            initiatorContact: tunnel.initiatorContact && contactText(tunnel.initiatorContact),
            listenerContact: tunnel.listenerContact && contactText(tunnel.listenerContact),
          }}
        />
        <PathSegmentList segments={segments} />
      </div>
      {!isGone && (
        <>
          <TunnelDiagnosis pageData={pageData} onRefresh={onRefresh} onShowListenerForm={showListenerForm} />
          <div ref={connect} className={styles.connect}>
            <ConnectNextStep
              {...connectProps}
              hasDiagnosis
              hasUnresolvedError={history.unresolvedError !== null}
            >
              <p>
                <Link to={routePaths.tunnelConnect(tunnel.id)}>View commands for both hosts</Link>
              </p>
            </ConnectNextStep>
          </div>
        </>
      )}
      <TunnelFacts pageData={pageData} isGone={isGone} />
    </div>
  );
}
