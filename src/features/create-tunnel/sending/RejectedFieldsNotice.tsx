import { type ApiError, requestIdOf } from '../../../api/http/errors.ts';
import { tunnelFieldErrors } from '../../../api/tunnels/tunnelFieldErrors.ts';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { scrollIntoViewRef } from '../../../ui/scrollIntoViewRef.ts';
import type { FieldErrors, FieldName } from '../draft/parseDraft.ts';
import { errorsOfStep, type Step } from '../draft/steps.ts';

const LABELS: Readonly<Record<FieldName, string>> = {
  initiator: 'Initiator',
  listener: 'Listener',
  label: 'Label',
  lifetime: 'Lifetime',
  restartable: 'Restart after a failure',
  listenerHost: 'IP address of the listener',
  listenerPort: 'Port of the listener',
};

/**
 * Shows what Globus rejected until it is corrected: the step's own fields are highlighted, those of other steps and
 * whatever isn't a field of the wizard are listed here.
 *
 * @param errors the rejected fields that haven't been changed since
 */
export function RejectedFieldsNotice({
  step,
  rejection,
  errors,
}: {
  step: Step;
  rejection: ApiError | null;
  errors: FieldErrors;
}) {
  const own = errorsOfStep(errors, step);
  const elsewhere = Object.entries(errors).filter(([field]) => !(field in own));
  const listed = [
    ...elsewhere.map(([field, message]) => `${LABELS[field as FieldName]}: ${message}`),
    ...tunnelFieldErrors(rejection).others,
  ];
  const hasOwn = Object.keys(own).length > 0;
  if (!rejection || (!hasOwn && listed.length === 0)) return null;
  return (
    <div ref={scrollIntoViewRef}>
      <Notice tone="problem" role={step === 'review' ? 'alert' : 'none'} requestId={requestIdOf(rejection)}>
        <p>
          <strong>Tunnel not created.</strong>{' '}
          {hasOwn
            ? 'Globus rejected the highlighted fields. Correct them, then create the tunnel.'
            : 'Globus rejected the request. Correct what is listed here, then create the tunnel.'}
        </p>
        {hasOwn && listed.length > 0 && <p>Globus also rejected:</p>}
        {listed.length > 0 && (
          <ul>
            {listed.map((text) => (
              <li key={text} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}
