import { useEffect } from 'react';
import type { TunnelPrefill } from '../../domain/tunnel/prefillLink.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/query-states/Skeleton.tsx';
import { useUrlState } from '../../ui/useUrlState.ts';
import { changeDraft, currentDraft } from './draft/draftStore.ts';
import { applyPrefill, stepAfterPrefill } from './draft/prefill.ts';
import { wizardUrl } from './draft/wizardUrl.ts';

/**
 * Applies a link's settings to the draft, then replaces the link with the address of a step: if the settings stayed in
 * the address, a reload would undo later changes to the draft.
 */
export function PrefillRedirect({ prefill }: { prefill: Partial<TunnelPrefill> }) {
  const [{ step }, changeUrl] = useUrlState(wizardUrl);
  useEffect(() => {
    const draft = applyPrefill(currentDraft(), prefill);
    changeDraft(draft);
    changeUrl({ step: step ?? stepAfterPrefill(draft, prefill), prefill: null });
  }, [changeUrl, step, prefill]);
  return (
    <>
      <PageHeader title="New tunnel" tabTitle="New tunnel" />
      <Skeleton rows={6} />
    </>
  );
}
