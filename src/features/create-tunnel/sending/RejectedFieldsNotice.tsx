import { type ApiError, requestIdOf } from '../../../api/http/errors.ts';
import { Notice } from '../../../ui/notices/Notice.tsx';

/** Explains why the wizard went back from the review to a step with rejected fields. */
export function RejectedFieldsNotice({ error }: { error: ApiError | null }) {
  return (
    <Notice tone="problem" role="none" requestId={requestIdOf(error)}>
      <p>
        <strong>Tunnel not created.</strong> Globus rejected the highlighted fields. Correct them, then create
        the tunnel.
      </p>
    </Notice>
  );
}
