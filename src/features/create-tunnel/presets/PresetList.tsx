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

/** The plans one has kept: start from one, share it, rename it, delete it. */
export function PresetList() {
  const [presets, changePresets] = usePresets();
  const [asked, setAsked] = useState<{ to: 'rename' | 'delete'; preset: Preset } | null>(null);
  const close = () => setAsked(null);
  if (presets.length === 0) return null;
  return (
    <section className="card" aria-labelledby="presets">
      <h2 id="presets">Start from a preset</h2>
      <ul className={styles.presets} aria-labelledby="presets">
        {presets.map((preset) => (
          <li key={preset.name} className={styles.preset}>
            <Link className={styles.name} to={routePaths.createTunnelPrefilled(preset.plan)} dir="auto">
              {preset.name}
            </Link>
            <span className={styles.actions}>
              <CopyButton
                text={absoluteUrl(routePaths.createTunnelPrefilled(preset.plan))}
                contentLabel={`a link to preset ${preset.name}`}
                compact
              />
              <button
                type="button"
                className="button plain"
                aria-label={`Rename preset ${preset.name}`}
                onClick={() => setAsked({ to: 'rename', preset })}
              >
                Rename
              </button>
              <button
                type="button"
                className="button plain"
                aria-label={`Delete preset ${preset.name}`}
                onClick={() => setAsked({ to: 'delete', preset })}
              >
                Delete
              </button>
            </span>
          </li>
        ))}
      </ul>
      {asked?.to === 'rename' && (
        <PresetNameDialog
          title="Rename preset"
          action="Rename"
          initialName={asked.preset.name}
          check={(name) => checkPresetName(withoutPreset(presets, asked.preset.name), name)}
          onSave={(name) => changePresets((before) => renamePreset(before, asked.preset.name, name))}
          onClose={close}
        />
      )}
      {asked?.to === 'delete' && (
        <ConfirmDialog
          title="Delete this preset?"
          action="Delete preset"
          isPending={false}
          error={null}
          onConfirm={() => {
            changePresets((before) => withoutPreset(before, asked.preset.name));
            close();
          }}
          onClose={close}
        >
          <p>
            <strong dir="auto">{asked.preset.name}</strong> is forgotten on this device. Tunnels made from it
            and links to it stay.
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
}
