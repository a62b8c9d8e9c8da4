import { shortId } from '../../domain/text/id.ts';
import { CopyButton } from '../controls/CopyButton.tsx';

/** Shows an ID in monospace with a button that copies it: whole, or shortened in the middle. */
export function IdText({
  id,
  contentLabel,
  isFull = false,
}: {
  id: string;
  contentLabel: string;
  isFull?: boolean;
}) {
  return (
    <span className="row" style={{ gap: 0, flexWrap: 'nowrap' }}>
      <span className="mono" title={id} style={{ overflowWrap: 'anywhere' }}>
        {isFull ? id : shortId(id)}
      </span>
      <CopyButton text={id} contentLabel={contentLabel} compact />
    </span>
  );
}
