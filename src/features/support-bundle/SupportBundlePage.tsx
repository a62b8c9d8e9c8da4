import { useRef, useState } from 'react';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { BundleView } from './BundleView.tsx';
import { type ReadBundleResult, readBundleFile } from './readBundle.ts';
import styles from './SupportBundlePage.module.css';

/** Opens a support bundle that somebody sent. The file stays in this tab: nothing of it is sent anywhere. */
export function SupportBundlePage() {
  const [reading, setReading] = useState<ReadBundleResult | null>(null);
  const newest = useRef(0);
  const open = async (file: File | undefined) => {
    if (!file) return;
    newest.current += 1;
    const turn = newest.current;
    const result = await readBundleFile(file);
    if (turn === newest.current) setReading(result);
  };
  return (
    <>
      <PageHeader
        title="Support bundle"
        tabTitle="Support bundle"
        description="What somebody else saw of a tunnel, at one moment. Whoever sent it may have changed it."
      />
      <label
        className={styles.dropZone}
        data-is-first={reading === null}
        onDragOver={(drag) => drag.preventDefault()}
        onDrop={(drop) => {
          drop.preventDefault();
          void open(drop.dataTransfer.files[0]);
        }}
      >
        <span className={styles.name}>Bundle file (.json)</span>
        <input
          type="file"
          aria-describedby={reading === null ? 'bundle-help' : undefined}
          accept=".json,application/json"
          onChange={({ target }) => void open(target.files?.[0])}
        />
        {reading === null && (
          // Not a part of the field's name: it describes it.
          <span id="bundle-help" className="muted" aria-hidden="true">
            Choose the file that was sent to you<span className={styles.dropHint}>, or drop it here</span>. It
            stays on this machine, and you need no access to the tunnel.
          </span>
        )}
      </label>
      {reading && 'problem' in reading && (
        <div className={styles.problem} role="alert">
          <h2>This cannot be opened</h2>
          <p>{reading.problem}</p>
          <p>Choose the .json file that “Support bundle” saved, not the .txt, or ask for a new one.</p>
        </div>
      )}
      {reading && 'bundle' in reading && <BundleView bundle={reading.bundle} />}
    </>
  );
}
