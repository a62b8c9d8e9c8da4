import { Suspense, use } from 'react';
import { lazyPart } from '../lazyPart.tsx';
import { NewTabLink } from '../text/NewTabLink.tsx';
import { Notice } from './Notice.tsx';
import { PossibleRefusersContext } from './PossibleRefusersContext.ts';
import { ProblemContext } from './ProblemContext.ts';
import styles from './ProblemNotice.module.css';
import { SignInRemedyButton } from './SignInRemedyButton.tsx';

// Few refusals have commands, so their code isn't part of the first page.
const LazyCliForRefusal = lazyPart(async () => (await import('./CliForRefusal.tsx')).CliForRefusal, null);

/** Explains an error: what failed, what it means, what to do, and which request it was. */
export function ProblemNotice({
  error,
  onRetry,
  retryLabel = 'Try again',
}: {
  error: unknown;
  onRetry?: () => void;
  retryLabel?: string;
}) {
  const services = use(ProblemContext);
  const possibleRefusers = use(PossibleRefusersContext);
  if (!services) throw new Error('ProblemNotice needs a ProblemContext.');
  const problem = services.describe(error, possibleRefusers);
  const { title, impact, requirements, siteMessage, detail, requestId } = problem;
  const { signInRemedy, linkIdentityUrl, supportUrl } = problem;
  const canRetry = problem.canRetry && onRetry !== undefined;
  const hasActions = signInRemedy !== null || canRetry || linkIdentityUrl !== null || supportUrl !== null;
  return (
    <Notice
      tone={signInRemedy ? 'warning' : 'problem'}
      role="alert"
      title={title}
      requestId={requestId}
      actions={
        hasActions && (
          <>
            {signInRemedy && <SignInRemedyButton remedy={signInRemedy} />}
            {canRetry && (
              <button type="button" className="button" onClick={onRetry}>
                {retryLabel}
              </button>
            )}
            {linkIdentityUrl && <NewTabLink href={linkIdentityUrl}>Link another identity</NewTabLink>}
            {supportUrl && <a href={supportUrl}>Get help</a>}
          </>
        )
      }
    >
      <p dir="auto">{impact}</p>
      {requirements.length > 0 && (
        <ul className={styles.requirements}>
          {requirements.map((requirement) => (
            <li key={requirement} dir="auto">
              {requirement}
            </li>
          ))}
        </ul>
      )}
      {signInRemedy?.authorization && (
        <Suspense>
          <LazyCliForRefusal required={signInRemedy.authorization} scopes={signInRemedy.scopes ?? []} />
        </Suspense>
      )}
      {siteMessage && (
        <p className={styles.detail} dir="auto">
          The site’s message: “{siteMessage}”
        </p>
      )}
      {detail && (
        <p className={styles.detail} dir="auto">
          Globus says: “{detail}”
        </p>
      )}
    </Notice>
  );
}
