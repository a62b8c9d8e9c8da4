import { useState } from 'react';
import type { TunnelPrefill } from '../../../domain/tunnel/prefillLink.ts';
import { PresetNameDialog } from './PresetNameDialog.tsx';
import { checkPresetName, withPreset } from './presets.ts';
import { usePresets } from './usePresets.ts';

/** Keeps a plan for next time, under a name. */
export function SavePreset({ prefill }: { prefill: TunnelPrefill }) {
  const [presets, changePresets] = usePresets();
  const [isAsking, setAsking] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  return (
    <>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        Save as a preset
      </button>
      <span role="status" className="small">
        {saved !== null && (
          <>
            Saved as “<bdi>{saved}</bdi>”; you find it at the first step.
          </>
        )}
      </span>
      {isAsking && (
        <PresetNameDialog
          title="Save as a preset"
          action="Save"
          initialName={prefill.label.trim()}
          check={(name) => checkPresetName(presets, name)}
          onSave={(name) => {
            changePresets((before) => withPreset(before, { name, plan: prefill }));
            setSaved(name.trim());
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
