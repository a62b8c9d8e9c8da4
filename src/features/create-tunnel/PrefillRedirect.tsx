import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { TunnelPrefill } from '../../domain/tunnel/prefillLink.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/query-states/Skeleton.tsx';
import { changeDraft, currentDraft } from './draft/draftStore.ts';
import { applyPrefill, stepAfterPrefill } from './draft/prefill.ts';
import { stepSearch } from './draft/steps.ts';

/**
 * Puts what a link asks for into the draft and goes on to the step it leads to. The link's own address is
 * replaced: from then on the draft counts, or a reload would undo what one has changed since.
 */
export function PrefillRedirect({
  parameters,
  prefill,
}: {
  parameters: URLSearchParams;
  prefill: Partial<TunnelPrefill>;
}) {
  const navigate = useNavigate();
  useEffect(() => {
    const draft = applyPrefill(currentDraft(), prefill);
    changeDraft(draft);
    void navigate({ search: stepSearch(stepAfterPrefill(parameters, draft, prefill)) }, { replace: true });
  }, [navigate, parameters, prefill]);
  return (
    <>
      <PageHeader title="New tunnel" tabTitle="New tunnel" />
      <Skeleton rows={6} />
    </>
  );
}
