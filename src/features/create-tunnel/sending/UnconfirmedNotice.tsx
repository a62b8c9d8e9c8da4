import { use } from 'react';
import { Link } from 'react-router';
import { routePaths } from '../../../config/routePaths.ts';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { ProblemContext } from '../../../ui/notices/ProblemContext.ts';
import { TimeText } from '../../../ui/text/TimeText.tsx';
import type { CreationCheck } from './useCreationCheck.ts';

/** Says that a tunnel may exist although its creation failed, what the list shows, and how to continue safely. */
export function UnconfirmedNotice({
  error,
  check,
  onRetry,
  onCreateAnother,
}: {
  error: unknown;
  check: CreationCheck;
  onRetry: () => void;
  onCreateAnother: () => void;
}) {
  const problem = use(ProblemContext)?.describe(error, []);
  return (
    <Notice
      tone="warning"
      role="alert"
      title="Your tunnel may have been created"
      requestId={problem?.requestId ?? null}
      actions={
        <>
          <button type="button" className="button" onClick={onRetry}>
            Try again
          </button>
          <button type="button" className="button" onClick={onCreateAnother}>
            Create another tunnel
          </button>
        </>
      }
    >
      <p>
        Globus didn’t confirm it. <CheckResult check={check} />
      </p>
      <p>
        If you try again without changes, you won’t get a duplicate tunnel. If you change the settings or
        create another tunnel, you may end up with two.
      </p>
      {problem && (
        <p dir="auto">
          {problem.title}. {problem.detail && `Globus says: “${problem.detail}”`}
        </p>
      )}
    </Notice>
  );
}

function CheckResult({ check: { checkedAtMs, isFailing, isConclusive } }: { check: CreationCheck }) {
  const list = <Link to={routePaths.fleet}>list of tunnels</Link>;
  if (isFailing) return <>We can’t load your {list} right now. We’ll keep trying.</>;
  if (checkedAtMs === null) return <>We’re checking your {list}.</>;
  if (!isConclusive) return <>Check your {list}: it doesn’t show which request created each tunnel.</>;
  return (
    <>
      Your {list} doesn’t show it yet (checked <TimeText ms={checkedAtMs} />
      ). If it appears, we’ll open it.
    </>
  );
}
