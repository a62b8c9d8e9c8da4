import { absoluteUrl } from '../../../config/appUrl.ts';
import { routePaths } from '../../../config/routePaths.ts';
import { CopyButton } from '../../../ui/controls/CopyButton.tsx';
import { CreateWithCliOrPython } from '../../../ui/tunnel/CreateWithCliOrPython.tsx';
import type { Draft } from '../draft/draft.ts';
import { parseDraft } from '../draft/parseDraft.ts';
import { draftToPrefill } from '../draft/prefill.ts';
import { SavePreset } from './SavePreset.tsx';

/**
 * Offers the draft's settings for reuse: as a link, a preset, a command, and a script.
 *
 * @param label the label that applies
 */
export function SaveOrShare({ draft, label }: { draft: Draft; label: string }) {
  const prefill = draftToPrefill(draft, label);
  const { request } = parseDraft(draft, label);
  return (
    <section className="card stack" aria-labelledby="reuse-settings">
      <h3 id="reuse-settings">Reuse these settings</h3>
      <div className="row">
        <CopyButton
          text={absoluteUrl(routePaths.createTunnelPrefilled(prefill))}
          contentLabel="a link to these settings"
        />
        <span className="muted small">
          Copy a link that opens this form with the same settings, for you or a colleague.
        </span>
      </div>
      <div className="row">
        <SavePreset prefill={prefill} />
      </div>
      {request && <CreateWithCliOrPython subject="this tunnel" request={request} />}
    </section>
  );
}
