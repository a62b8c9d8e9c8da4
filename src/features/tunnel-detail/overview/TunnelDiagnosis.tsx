import { useMemo } from 'react';
import { Link } from 'react-router';
import { routePaths } from '../../../config/routePaths.ts';
import { diagnose } from '../../../domain/diagnosis/diagnose.ts';
import { useSession } from '../../../session/useSession.ts';
import { Skeleton } from '../../../ui/query-states/Skeleton.tsx';
import { useNow } from '../../../ui/text/useNow.ts';
import { DiagnosisView } from '../../../ui/tunnel/DiagnosisView.tsx';
import type { TunnelPageData } from '../tunnelPageData.ts';
import { DiagnosisAction } from './DiagnosisAction.tsx';

/** Diagnoses a tunnel as of now, and offers the steps that this page can take. */
export function TunnelDiagnosis({
  pageData,
  onRefresh,
  onShowListenerForm,
}: {
  pageData: TunnelPageData;
  onRefresh: () => unknown;
  onShowListenerForm: () => void;
}) {
  const now = useNow(15_000);
  const readerId = useSession()?.identity?.id;
  const { tunnel, events, isEveryEvent, lacksNewest, initiator, listener } = pageData;
  const diagnosis = useMemo(
    () => diagnose({ tunnel, events, isEveryEvent, lacksNewest, initiator, listener, now }),
    [tunnel, events, isEveryEvent, lacksNewest, initiator, listener, now],
  );
  // A verdict from half of the facts would change a moment later.
  if (pageData.isLoading) return <Skeleton rows={3} height="56px" />;
  return (
    <DiagnosisView
      diagnosis={diagnosis}
      isReaderOwner={tunnel.ownerId !== null && tunnel.ownerId === readerId}
      action={(step) => (
        <DiagnosisAction
          step={step}
          tunnel={tunnel}
          onRefresh={onRefresh}
          onShowListenerForm={onShowListenerForm}
        />
      )}
      eventLink={(eventId) => <Link to={routePaths.tunnelEvent(tunnel.id, eventId)}>View event</Link>}
    />
  );
}
