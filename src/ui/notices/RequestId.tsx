import { CopyButton } from '../controls/CopyButton.tsx';

/** Globus' id of a call that failed, in small print: their support finds the call by it. Nothing where it is not known. */
export function RequestId({ id }: { id: string | null }) {
  if (id === null) return null;
  return (
    <span className="row small muted" style={{ gap: 0 }}>
      <span style={{ overflowWrap: 'anywhere' }}>
        Request id <span className="mono">{id}</span>
      </span>
      <CopyButton text={id} contentLabel="request id" compact />
    </span>
  );
}
