import { shortId } from '../../domain/text/id.ts';
import { CopyButton } from '../controls/CopyButton.tsx';

/** An id in monospace, with a way to copy it: whole on its own page, shortened in the middle elsewhere. */
export function IdText({ id, what, whole = false }: { id: string; what: string; whole?: boolean }) {
  return (
    <span className="row" style={{ gap: 0, flexWrap: 'nowrap' }}>
      <span className="mono" title={id} style={{ overflowWrap: 'anywhere' }}>
        {whole ? id : shortId(id)}
      </span>
      <CopyButton text={id} what={what} compact />
    </span>
  );
}
