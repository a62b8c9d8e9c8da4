import { useState } from 'react';
import { saveFile } from '../../../browser/saveFile.ts';
import { supportBundleText } from '../../../domain/support-bundle/bundleText.ts';
import { shortId } from '../../../domain/text/id.ts';
import { CopyButton } from '../../../ui/controls/CopyButton.tsx';
import { Dialog } from '../../../ui/dialogs/Dialog.tsx';
import { DialogButtons } from '../../../ui/dialogs/DialogButtons.tsx';
import { ScrollingText } from '../../../ui/text/ScrollingText.tsx';
import type { TunnelPageData } from '../tunnelPageData.ts';
import styles from './BundleDialog.module.css';
import { useBundle } from './useBundle.ts';

/** Creates a support bundle to download, and shows exactly what is in it. */
export function BundleDialog({ pageData, onClose }: { pageData: TunnelPageData; onClose: () => void }) {
  const [withPeople, setWithPeople] = useState(false);
  const { bundle, isOwnerLoading, isOwnerKnown } = useBundle(pageData, withPeople);
  const json = JSON.stringify(bundle, null, 2);
  const text = supportBundleText(bundle);
  const name = `globus-tunnel-${shortId(pageData.tunnel.id).replace('…', '-')}`;
  return (
    <Dialog title="Support bundle" onClose={onClose}>
      <p>
        A snapshot of this tunnel to send to support. It includes your programs’ addresses, but no tokens,
        cookies, or passwords. Review the contents before you send it.
      </p>
      <label className={styles.consent}>
        <input
          type="checkbox"
          checked={withPeople}
          onChange={({ target }) => setWithPeople(target.checked)}
        />
        Include names and email addresses
      </label>
      {isOwnerLoading && <p role="status">Looking up the owner, so that their name can be left out…</p>}
      {!isOwnerLoading && !isOwnerKnown && !withPeople && (
        <p role="status">
          The owner couldn’t be identified. Their name may appear in a label or an event, so check before you
          send the bundle.
        </p>
      )}
      {!isOwnerLoading && (
        <>
          <Preview title="Text" content={text} isOpen />
          <Preview title="JSON (can be opened in this dashboard)" content={json} />
        </>
      )}
      <DialogButtons cancelLabel="Close" onCancel={onClose}>
        {!isOwnerLoading && (
          <>
            <button
              type="button"
              className="button"
              onClick={() => saveFile(`${name}.txt`, 'text/plain', text)}
            >
              Download text
            </button>
            <button
              type="button"
              className="button primary"
              onClick={() => saveFile(`${name}.json`, 'application/json', json)}
            >
              Download JSON
            </button>
          </>
        )}
      </DialogButtons>
    </Dialog>
  );
}

function Preview({ title, content, isOpen = false }: { title: string; content: string; isOpen?: boolean }) {
  return (
    <details className={styles.preview} open={isOpen}>
      <summary>{title}</summary>
      <ScrollingText label={title} text={content} />
      <CopyButton text={content} contentLabel={title} />
    </details>
  );
}
