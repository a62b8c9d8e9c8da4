import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { GatewayChangedError } from '../../../api/gcs/GatewayChangedError.ts';
import { GATEWAY_FORM_FIELDS } from '../../../api/gcs/gatewayDocument.ts';
import { streamGatewayMutations } from '../../../api/gcs/streamGatewayMutations.ts';
import { ApiError, requestIdOf } from '../../../api/http/errors.ts';
import { pinFieldErrors } from '../../../api/http/fieldErrors.ts';
import type { GcsManager } from '../../../api/http/http.ts';
import {
  draftDifferences,
  draftOf,
  GATEWAY_FIELDS,
  type GatewayDraft,
  type GatewayErrors,
  parseGatewayDraft,
} from '../../../domain/site/gatewayDraft.ts';
import type { StreamGateway } from '../../../domain/site/streamGateway.ts';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { RequestId } from '../../../ui/notices/RequestId.tsx';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { GatewayFields } from './GatewayFields.tsx';
import { GatewayPreview } from './GatewayPreview.tsx';
import { useGatewayDraft } from './useGatewayDraft.ts';

/** Creates a gateway or changes one, and shows before saving what that does. */
export function GatewayForm({
  manager,
  loaded,
  onSaved,
}: {
  manager: GcsManager;
  /** The gateway to change; null for a new one. */
  loaded: StreamGateway | null;
  onSaved: (gateway: StreamGateway) => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const edit = useGatewayDraft(manager.endpointId, loaded);
  const { draft, saved, gateway, merge } = edit;
  const [attempts, setAttempts] = useState(0);
  const [sent, setSent] = useState<GatewayDraft | null>(null);
  const create = useMutation(streamGatewayMutations.create(manager));
  const update = useMutation(streamGatewayMutations.update(manager));
  const { error, isPending } = gateway ? update : create;
  const parsed = parseGatewayDraft(draft, saved);
  const rejected = pinFieldErrors(error instanceof ApiError ? error.fieldErrors : [], GATEWAY_FORM_FIELDS);
  const errors: GatewayErrors = {
    ...stillSent(rejected.messages, draft, sent),
    ...(attempts > 0 && parsed.kind === 'errors' && parsed.errors),
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only an attempt or its failure moves the focus
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts, error]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAttempts(attempts + 1);
    const isUndecided = merge !== null && merge.conflicts.length > 0;
    if (isPending || isUndecided || parsed.kind === 'errors') return;
    const { settings } = parsed;
    if (Object.keys(settings).length === 0) return;
    setSent(draft);
    const onSuccess = (result: StreamGateway) => {
      edit.startFrom(gateway ? result : null);
      setAttempts(0);
      onSaved(result);
    };
    if (!gateway) return create.mutate(settings, { onSuccess });
    const isCurrent = (latest: StreamGateway) => draftDifferences(saved, draftOf(latest)).length === 0;
    const onError = (failure: unknown) => {
      if (failure instanceof GatewayChangedError) edit.mergeWith(failure.gateway);
    };
    update.mutate({ id: gateway.id, settings, isCurrent }, { onSuccess, onError });
  };
  const hasChanges = draftDifferences(saved, draft).length > 0;
  return (
    <form ref={form} className="stack" onSubmit={submit} noValidate aria-label="Stream gateway">
      {merge && <ChangedMeanwhile merge={merge} draft={draft} onResolve={edit.resolve} />}
      {loaded && loaded.unreadable.length > 0 && (
        <Notice tone="warning" role="none" title="Some settings can’t be read">
          <p>Globus returned them in an unknown form. They stay as they are unless you enter something.</p>
        </Notice>
      )}
      <GatewayFields draft={draft} errors={errors} onChange={edit.setField} />
      <GatewayPreview gateway={gateway} saved={saved} draft={draft} parsed={parsed} />
      {error != null && !(error instanceof GatewayChangedError) && (
        <SaveError error={error} isPinned={rejected.isComplete} others={rejected.others} />
      )}
      <div className="row">
        <button type="submit" className="button primary" aria-disabled={isPending}>
          {isPending ? 'Saving…' : gateway ? 'Save changes' : 'Create gateway'}
        </button>
        {hasChanges && (
          <button type="button" className="button" onClick={() => edit.startFrom(gateway)}>
            Discard changes
          </button>
        )}
      </div>
    </form>
  );
}

/** Returns the server's messages about fields that still have the text that it rejected. */
function stillSent(messages: GatewayErrors, draft: GatewayDraft, sent: GatewayDraft | null): GatewayErrors {
  const entries = GATEWAY_FIELDS.filter((field) => sent !== null && sent[field] === draft[field]);
  return Object.fromEntries(
    entries.flatMap((field) => (messages[field] === undefined ? [] : [[field, messages[field]]])),
  );
}

function SaveError({ error, isPinned, others }: { error: unknown; isPinned: boolean; others: string[] }) {
  if (!isPinned)
    return (
      <>
        <ProblemNotice error={error} />
        {others.map((message) => (
          <p key={message} dir="auto">
            {message}
          </p>
        ))}
      </>
    );
  return (
    <div role="alert">
      <p>Globus rejected some settings. Correct the marked fields, then save again.</p>
      <RequestId id={requestIdOf(error)} />
    </div>
  );
}
