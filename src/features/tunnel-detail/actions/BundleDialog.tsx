import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { requestLog } from '../../../api/http/requestLog.ts';
import { identityQueries } from '../../../api/identities.ts';
import { saveFile } from '../../../browser/saveFile.ts';
import { runtimeConfig } from '../../../config/runtimeConfig.ts';
import { findIdentity } from '../../../domain/site/identity.ts';
import { supportBundleText } from '../../../domain/support-bundle/bundleText.ts';
import { createBundle } from '../../../domain/support-bundle/createBundle.ts';
import { shortId } from '../../../domain/text/id.ts';
import { useSession } from '../../../session/useSession.ts';
import { CopyButton } from '../../../ui/controls/CopyButton.tsx';
import { Dialog } from '../../../ui/dialogs/Dialog.tsx';
import { ScrollingText } from '../../../ui/text/ScrollingText.tsx';
import type { TunnelPageData } from '../tunnelPageData.ts';
import styles from './BundleDialog.module.css';

/** Makes a support bundle, and shows before exactly what goes in. */
export function BundleDialog({ pageData, onClose }: { pageData: TunnelPageData; onClose: () => void }) {
  const [withPeople, setWithPeople] = useState(false);
  const { bundle, isOwnerAwaited, isOwnerKnown } = useBundle(pageData, withPeople);
  const json = JSON.stringify(bundle, null, 2);
  const text = supportBundleText(bundle);
  const name = `globus-tunnel-${shortId(pageData.tunnel.id).replace('…', '-')}`;
  return (
    <Dialog title="Support bundle" onClose={onClose}>
      <p>
        Everything this page knows about the tunnel, to send to whoever helps you. It holds no token, cookie
        or password. Below is exactly what goes in; it includes your programs' addresses.
      </p>
      <label className={styles.consent}>
        <input
          type="checkbox"
          checked={withPeople}
          onChange={({ target }) => setWithPeople(target.checked)}
        />
        Include people’s names and e-mail addresses
      </label>
      {isOwnerAwaited && <p role="status">Looking up whose tunnel it is, to leave their name out.</p>}
      {!isOwnerAwaited && !isOwnerKnown && !withPeople && (
        <p role="status">
          Who owns the tunnel is not known here, so their name may stand in a label or an event: have a look
          before you send it.
        </p>
      )}
      {!isOwnerAwaited && (
        <>
          <Part title="As text" content={text} isOpen />
          <Part title="As a JSON file, which this dashboard can open again" content={json} />
        </>
      )}
      <div className="row" style={{ justifyContent: 'flex-end' }}>
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
        {!isOwnerAwaited && (
          <>
            <button
              type="button"
              className="button"
              onClick={() => saveFile(`${name}.txt`, 'text/plain', text)}
            >
              Save text
            </button>
            <button
              type="button"
              className="button primary"
              onClick={() => saveFile(`${name}.json`, 'application/json', json)}
            >
              Save JSON
            </button>
          </>
        )}
      </div>
    </Dialog>
  );
}

function Part({ title, content, isOpen = false }: { title: string; content: string; isOpen?: boolean }) {
  return (
    <details className={styles.preview} open={isOpen}>
      <summary>{title}</summary>
      <ScrollingText label={title} text={content} />
      <CopyButton text={content} contentLabel={title.toLowerCase()} />
    </details>
  );
}

/** The bundle of the moment the dialog was opened: what one looks at must not change while one decides. */
function useBundle(story: TunnelPageData, withPeople: boolean) {
  const [{ tunnel, initiator, listener, events, isEveryEvent, lacksNewest }] = useState(story);
  const [madeAtMs] = useState(() => Date.now());
  const [requests] = useState(() => requestLog().filter(({ path }) => aboutStory(path, story)));
  const me = useSession()?.identity;
  const { ownerId } = tunnel;
  const owners = useQuery({ ...identityQueries.byId([ownerId ?? '']), enabled: ownerId !== null });
  const owner = findIdentity(owners.data, ownerId);
  const bundle = useMemo(() => {
    const facts = {
      madeAtMs,
      app: `Globus Streams dashboard ${__APP_VERSION__}`,
      browser: navigator.userAgent,
      globus: new URL(runtimeConfig().transferUrl).host,
      tunnel,
      initiator,
      listener,
      owner,
      events: events && [...events],
      isEveryEvent,
      lacksNewest,
      requests,
    };
    return createBundle(
      facts,
      withPeople,
      [owner, me].flatMap((person) => (person ? [person] : [])),
    );
  }, [
    madeAtMs,
    tunnel,
    initiator,
    listener,
    owner,
    events,
    isEveryEvent,
    lacksNewest,
    requests,
    withPeople,
    me,
  ]);
  return { bundle, isOwnerAwaited: owners.isLoading, isOwnerKnown: owner !== null };
}

function aboutStory(path: string, { tunnel }: TunnelPageData): boolean {
  const ids = [tunnel.id, tunnel.initiatorAccessPointId, tunnel.listenerAccessPointId];
  return ids.some((id) => id !== null && path.includes(encodeURIComponent(id)));
}
