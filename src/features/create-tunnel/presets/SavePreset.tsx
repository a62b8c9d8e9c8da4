import { useState } from 'react';
import type { TunnelPrefill } from '../../../domain/tunnel/prefillLink.ts';
import { PresetNameDialog } from './PresetNameDialog.tsx';
import { checkPresetName, withPreset } from './presets.ts';
import { usePresets } from './usePresets.ts';

/** Saves settings as a preset under a name. */
export function SavePreset({ prefill }: { prefill: TunnelPrefill }) {
  const [presets, changePresets] = usePresets();
  const [isDialogOpen, setDialogOpen] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  return (
    <>
      <button type="button" className="button" onClick={() => setDialogOpen(true)}>
        Save as preset
      </button>
      <span role="status" className="small">
        {saved !== null && (
          <>
            Saved as “<bdi>{saved}</bdi>”. You’ll find it in step 1.
          </>
        )}
      </span>
      {isDialogOpen && (
        <PresetNameDialog
          title="Save as preset"
          action="Save preset"
          initialName={prefill.label.trim()}
          check={(name) => checkPresetName(presets, name)}
          onSave={(name) => {
            changePresets((before) => withPreset(before, { name, prefill }));
            setSaved(name.trim());
          }}
          onClose={() => setDialogOpen(false)}
        />
      )}
    </>
  );
}
