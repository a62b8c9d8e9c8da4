import { type ComponentProps, useMemo, useRef } from 'react';
import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import { diagnose } from '../../domain/diagnosis/diagnose.ts';
import { contactText } from '../../domain/tunnel/contact.ts';
import { type Leg, type Legs, legsOf } from '../../domain/tunnel/path.ts';
import { Skeleton } from '../../ui/query-states/Skeleton.tsx';
import { useNow } from '../../ui/text/useNow.ts';
import { DiagnosisView } from '../../ui/tunnel/DiagnosisView.tsx';
import { LegList } from '../../ui/tunnel/LegList.tsx';
import { TunnelPath } from '../../ui/tunnel/TunnelPath.tsx';
import { NextStep } from './connect/NextStep.tsx';
import { DiagnosisAction } from './DiagnosisAction.tsx';
import { TunnelFacts } from './TunnelFacts.tsx';
import styles from './TunnelView.module.css';
import type { TunnelStory } from './tunnelStory.ts';

const NOT_SEEN: Leg = { state: 'unknown', because: 'The tunnel is gone, or not visible to you any more.' };
/** What was known of the path says nothing about now. */
const GONE: Legs = [NOT_SEEN, NOT_SEEN, NOT_SEEN, NOT_SEEN];

/** The path, the diagnosis, what to do, and every fact. */
export function OverviewTab({
  story,
  connecting,
  isGone,
  onRefresh,
}: {
  story: TunnelStory;
  connecting: Omit<ComponentProps<typeof NextStep>, 'children'>;
  isGone: boolean;
  onRefresh: () => unknown;
}) {
  const { tunnel, history } = story;
  const legs = isGone ? GONE : legsOf(tunnel, history);
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
            initiator: connecting.initiator,
            listener: connecting.listener,
            initiatorContact: tunnel.initiatorContact && contactText(tunnel.initiatorContact),
            listenerContact: tunnel.listenerContact && contactText(tunnel.listenerContact),
          }}
        />
        <LegList legs={legs} />
      </div>
      {!isGone && (
        <>
          <Diagnosing story={story} onRefresh={onRefresh} onGiveListener={giveListener} />
          <div ref={connect} className={styles.connect}>
            <NextStep {...connecting} isBesideDiagnosis hasTrouble={history.trouble !== null}>
              <p>
                <Link to={routePaths.tunnelConnect(tunnel.id)}>The commands for both machines</Link>
              </p>
            </NextStep>
          </div>
        </>
      )}
      <TunnelFacts story={story} isGone={isGone} />
    </div>
  );
}

function Diagnosing({
  story,
  onRefresh,
  onGiveListener,
}: {
  story: TunnelStory;
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
        <DiagnosisAction step={step} tunnel={tunnel} onRefresh={onRefresh} onGiveListener={onGiveListener} />
      )}
      eventLink={(eventId) => <Link to={routePaths.tunnelEvent(tunnel.id, eventId)}>Show the event</Link>}
    />
  );
}
