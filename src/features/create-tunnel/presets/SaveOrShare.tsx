import { absoluteUrl } from '../../../config/appUrl.ts';
import { routePaths } from '../../../config/routePaths.ts';
import { CopyButton } from '../../../ui/controls/CopyButton.tsx';
import { CreateWithCliOrPython } from '../../../ui/tunnel/CreateWithCliOrPython.tsx';
import type { Draft } from '../draft/draft.ts';
import { toTunnelRequest } from '../draft/parseDraft.ts';
import { draftToPrefill } from '../draft/prefill.ts';
import { SavePreset } from './SavePreset.tsx';

/**
 * A plan to be used again: as a link, as a preset, as a command, as a script.
 *
 * @param label the label that counts
 */
export function SaveOrShare({ draft, label }: { draft: Draft; label: string }) {
  const plan = draftToPrefill(draft, label);
  const request = toTunnelRequest(draft, label, () => '');
  return (
    <section className="card stack" aria-labelledby="keep-plan">
      <h3 id="keep-plan">Use these answers again</h3>
      <div className="row">
        <CopyButton
          text={absoluteUrl(routePaths.createTunnelPrefilled(plan))}
          contentLabel="a link to this plan"
        />
        <span className="muted small">
          A link that fills in these answers for a colleague, or for you next time.
        </span>
      </div>
      <div className="row">
        <SavePreset prefill={plan} />
      </div>
      {request && <CreateWithCliOrPython subject="this tunnel" request={request} />}
    </section>
  );
}
