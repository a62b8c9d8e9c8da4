import { CopyButton } from '../controls/CopyButton.tsx';

/** Shows the ID of a Globus request in small print, so that Globus support can find it. Shows nothing for null. */
export function RequestId({ id }: { id: string | null }) {
  if (id === null) return null;
  return (
    <span className="row small muted" style={{ gap: 0 }}>
      <span style={{ overflowWrap: 'anywhere' }}>
        Request ID <span className="mono">{id}</span>
      </span>
      <CopyButton text={id} contentLabel="request ID" compact />
    </span>
  );
}
