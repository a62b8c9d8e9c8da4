import { absoluteUrl } from '../../../config/appUrl.ts';
import { routePaths } from '../../../config/routePaths.ts';
import { CopyButton } from '../../../ui/controls/CopyButton.tsx';
import { CreateByScript } from '../../../ui/tunnel/CreateByScript.tsx';
import type { Draft } from '../draft/draft.ts';
import { toTunnelRequest } from '../draft/parseDraft.ts';
import { planOfDraft } from '../draft/prefill.ts';
import { SavePreset } from './SavePreset.tsx';

/**
 * A plan to be used again: as a link, as a preset, as a command, as a script.
 *
 * @param label the label that counts
 */
export function KeepPlan({ draft, label }: { draft: Draft; label: string }) {
  const plan = planOfDraft(draft, label);
  const request = toTunnelRequest(draft, label, () => '');
  return (
    <section className="card stack" aria-labelledby="keep-plan">
      <h3 id="keep-plan">Use these answers again</h3>
      <div className="row">
        <CopyButton text={absoluteUrl(routePaths.createTunnelFrom(plan))} what="a link to this plan" />
        <span className="muted small">
          A link that fills in these answers for a colleague, or for you next time.
        </span>
      </div>
      <div className="row">
        <SavePreset plan={plan} />
      </div>
      {request && <CreateByScript what="this tunnel" request={request} />}
    </section>
  );
}
