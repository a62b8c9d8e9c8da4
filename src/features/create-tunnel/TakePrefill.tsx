import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { TunnelPlan } from '../../domain/tunnelPlan.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { changeDraft, currentDraft } from './draftStore.ts';
import { applyPrefill, landingStep } from './prefill.ts';
import { stepSearch } from './steps.ts';

/**
 * Puts what a link asks for into the draft and goes on to the step it leads to. The link's own address is
 * replaced: from then on the draft counts, or a reload would undo what one has changed since.
 */
export function TakePrefill({
  parameters,
  prefill,
}: {
  parameters: URLSearchParams;
  prefill: Partial<TunnelPlan>;
}) {
  const navigate = useNavigate();
  useEffect(() => {
    const draft = applyPrefill(currentDraft(), prefill);
    changeDraft(draft);
    void navigate({ search: stepSearch(landingStep(parameters, draft, prefill)) }, { replace: true });
  }, [navigate, parameters, prefill]);
  return (
    <>
      <PageHeader title="New tunnel" tabTitle="New tunnel" />
      <Skeleton rows={6} />
    </>
  );
}
