import { useRef, useState } from 'react';
import { Notice } from '../../ui/notices/Notice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { BundleView } from './BundleView.tsx';
import { type ReadBundleResult, readBundleFile } from './readBundle.ts';
import styles from './SupportBundlePage.module.css';

/** Opens a support bundle that someone sent. The file stays in this tab and isn't sent anywhere. */
export function SupportBundlePage() {
  const [result, setResult] = useState<ReadBundleResult | null>(null);
  const newest = useRef(0);
  const open = async (file: File | undefined) => {
    if (!file) return;
    newest.current += 1;
    const number = newest.current;
    const nextResult = await readBundleFile(file);
    // A large file may take longer to read than one that is chosen after it.
    if (number === newest.current) setResult(nextResult);
  };
  return (
    <>
      <PageHeader
        title="Support bundle"
        tabTitle="Support bundle"
        description="View a snapshot of a tunnel that someone sent you. Its contents aren’t verified."
      />
      <label
        className={styles.dropZone}
        data-is-first={result === null}
        onDragOver={(drag) => drag.preventDefault()}
        onDrop={(drop) => {
          drop.preventDefault();
          void open(drop.dataTransfer.files[0]);
        }}
      >
        <span className={styles.name}>Bundle file (.json)</span>
        <input
          type="file"
          aria-describedby={result === null ? 'bundle-help' : undefined}
          accept=".json,application/json"
          onChange={({ target }) => void open(target.files?.[0])}
        />
        {result === null && (
          // Hidden, because aria-describedby reads it; otherwise it would be part of the field's name too.
          <span id="bundle-help" className="muted" aria-hidden="true">
            Choose the bundle file<span className={styles.dropHint}> or drop it here</span>. The file stays on
            your device, and you don’t need access to the tunnel.
          </span>
        )}
      </label>
      {result && 'problem' in result && (
        <Notice tone="problem" title="Can’t open this file">
          <p>{result.problem}</p>
          <p>Choose the .json file, not the .txt file, or ask the sender for a new one.</p>
        </Notice>
      )}
      {result && 'bundle' in result && <BundleView bundle={result.bundle} />}
    </>
  );
}
