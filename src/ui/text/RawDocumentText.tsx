import { indentJson } from '../../domain/text/json.ts';
import { showControlCharacters } from '../../domain/text/plainText.ts';
import { CopyButton } from '../controls/CopyButton.tsx';
import { ScrollingText } from './ScrollingText.tsx';

/** In characters. Browsers take seconds to lay out more. */
const MAX_SHOWN_LENGTH = 200_000;

/** Shows an API document, indented for reading but otherwise exactly as Globus sent it. */
export function RawDocumentText({
  title,
  document: { text, requestId },
}: {
  title: string;
  document: { text: string; requestId: string | null };
}) {
  return (
    <>
      <div className="row">
        <CopyButton text={text} contentLabel={`document: ${title}`} />
        <span className="small muted">
          Request ID: <span className="mono">{requestId ?? 'Unknown'}</span>
        </span>
      </div>
      {text.length > MAX_SHOWN_LENGTH && (
        <p className="small muted">
          This document is too long to show in full. It’s cut below; copying it keeps everything.
        </p>
      )}
      <ScrollingText
        label={`Document: ${title}`}
        text={showControlCharacters(indentJson(text.slice(0, MAX_SHOWN_LENGTH)))}
      />
    </>
  );
}
