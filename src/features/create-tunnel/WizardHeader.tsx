import { Icon } from '../../ui/Icon.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { type Draft, isEmptyDraft } from './draft/draft.ts';
import type { Step } from './draft/steps.ts';
import styles from './WizardHeader.module.css';

/** The wizard's title, and the actions on the whole draft. */
export function WizardHeader({
  step,
  draft,
  onSwap,
  onStartOver,
}: {
  step: Step;
  draft: Draft;
  onSwap: () => void;
  onStartOver: () => void;
}) {
  return (
    <div className={styles.header}>
      <PageHeader
        title="New tunnel"
        tabTitle={`New tunnel: ${step}`}
        description="Choose an access point at each site. Your draft is saved in this tab."
        actions={
          !isEmptyDraft(draft) && (
            <>
              <button type="button" className="button" onClick={onSwap}>
                <Icon name="swap" /> Swap sides
              </button>
              <button type="button" className="button" onClick={onStartOver}>
                Start over
              </button>
            </>
          )
        }
      />
    </div>
  );
}
