import { useState } from 'react';
import { Link } from 'react-router';
import { absoluteUrl } from '../../../config/appUrl.ts';
import { routePaths } from '../../../config/routePaths.ts';
import { CopyButton } from '../../../ui/controls/CopyButton.tsx';
import { ConfirmDialog } from '../../../ui/dialogs/ConfirmDialog.tsx';
import styles from './PresetList.module.css';
import { PresetNameDialog } from './PresetNameDialog.tsx';
import { checkPresetName, type Preset, renamePreset, withoutPreset } from './presets.ts';
import { usePresets } from './usePresets.ts';

/** Lists the person's presets, to start from, share, rename, and delete. */
export function PresetList() {
  const [presets, changePresets] = usePresets();
  const [dialog, setDialog] = useState<{ action: 'rename' | 'delete'; preset: Preset } | null>(null);
  const close = () => setDialog(null);
  if (presets.length === 0) return null;
  return (
    <section className="card" aria-labelledby="presets">
      <h2 id="presets">Start from a preset</h2>
      <ul className={styles.presets} aria-labelledby="presets">
        {presets.map((preset) => (
          <li key={preset.name} className={styles.preset}>
            <Link className={styles.name} to={routePaths.createTunnelPrefilled(preset.prefill)} dir="auto">
              {preset.name}
            </Link>
            <span className={styles.actions}>
              <CopyButton
                text={absoluteUrl(routePaths.createTunnelPrefilled(preset.prefill))}
                contentLabel={`a link to preset ${preset.name}`}
                compact
              />
              <button
                type="button"
                className="button plain"
                aria-label={`Rename preset ${preset.name}`}
                onClick={() => setDialog({ action: 'rename', preset })}
              >
                Rename
              </button>
              <button
                type="button"
                className="button plain"
                aria-label={`Delete preset ${preset.name}`}
                onClick={() => setDialog({ action: 'delete', preset })}
              >
                Delete
              </button>
            </span>
          </li>
        ))}
      </ul>
      {dialog?.action === 'rename' && (
        <PresetNameDialog
          title="Rename preset"
          action="Rename preset"
          initialName={dialog.preset.name}
          check={(name) => checkPresetName(withoutPreset(presets, dialog.preset.name), name)}
          onSave={(name) => changePresets((before) => renamePreset(before, dialog.preset.name, name))}
          onClose={close}
        />
      )}
      {dialog?.action === 'delete' && (
        <ConfirmDialog
          title="Delete this preset?"
          action="Delete preset"
          isPending={false}
          error={null}
          onConfirm={() => {
            changePresets((before) => withoutPreset(before, dialog.preset.name));
            close();
          }}
          onClose={close}
        >
          <p>
            This deletes <strong dir="auto">{dialog.preset.name}</strong> from this device. Existing tunnels
            and links aren’t affected.
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
}
