import type { GatewayDraft, GatewayField, MergedDraft } from '../../../domain/site/gatewayDraft.ts';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { scrollIntoViewRef } from '../../../ui/scrollIntoViewRef.ts';
import { FIELD_TEXTS } from './fieldTexts.ts';
import { GatewayChanges } from './GatewayChanges.tsx';

/** Says what someone else changed while the form was open, and asks about settings that both changed. */
export function ChangedMeanwhile({
  merge: { theirs, conflicts },
  draft,
  onResolve,
}: {
  merge: Pick<MergedDraft, 'theirs' | 'conflicts'>;
  draft: GatewayDraft;
  onResolve: (field: GatewayField, keeps: 'mine' | 'theirs') => void;
}) {
  return (
    <div ref={scrollIntoViewRef}>
      <Notice tone="warning" role="alert" title="Someone else changed this gateway">
        <p>
          Nothing was saved. The form now has their changes as well.{' '}
          {conflicts.length > 0
            ? 'Choose a value for each setting that you both changed. Then save again.'
            : 'Check the changes, then save again.'}
        </p>
        <GatewayChanges label="Changed by someone else" changes={theirs} />
        {conflicts.map((field) => (
          <fieldset key={field}>
            <legend>
              <strong>{FIELD_TEXTS[field].label}</strong>: you entered “
              <bdi>{draft[field].slice(0, 200) || 'Not set'}</bdi>”
            </legend>
            <div className="row">
              <button type="button" className="button" onClick={() => onResolve(field, 'mine')}>
                Keep mine: {FIELD_TEXTS[field].label}
              </button>
              <button type="button" className="button" onClick={() => onResolve(field, 'theirs')}>
                Use theirs: {FIELD_TEXTS[field].label}
              </button>
            </div>
          </fieldset>
        ))}
      </Notice>
    </div>
  );
}
