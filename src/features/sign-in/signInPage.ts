import { showBootPicture } from '../../config/bootPicture.ts';
import { runtimeConfig } from '../../config/runtimeConfig.ts';
import { restoreSession } from '../../session/sessionStore.ts';
import { SignInError, type SignInFailure } from '../../session/sign-in/SignInError.ts';
import { signIn } from '../../session/sign-in/signIn.ts';
import { isStartFailure, type SignInErrorMessage, signInStartMessages } from './signInStartMessages.ts';

/**
 * Shows the sign-in page that index.html contains, and makes its button work. Plain DOM on purpose: no one should wait
 * for a framework to read a title and select a button.
 *
 * @param failure why the last attempt failed, or null
 */
export function showSignInPage(failure: SignInError | null): void {
  showBootPicture('sign-in');
  const button = element('sign-in-button', HTMLButtonElement);
  element('site-title', HTMLElement).textContent = runtimeConfig().title;
  if (failure) void showFailure(failure);
  // Without a prompt, Globus would return immediately, and the permission would be missing again.
  const needsPrompt = failure?.failure === 'transfer-missing';
  button.onclick = async () => {
    button.disabled = true;
    try {
      await signIn(needsPrompt ? { prompt: 'login' } : {});
    } catch (error) {
      button.disabled = false;
      void showFailure(error instanceof SignInError ? error : new SignInError('not-loaded', 'sign-in'));
    }
  };
  button.disabled = false;
  // The page may return from the back/forward cache with the button still disabled.
  addEventListener('pageshow', () => {
    button.disabled = false;
  });
}

async function loadMessage(failure: SignInFailure): Promise<SignInErrorMessage> {
  if (isStartFailure(failure)) return signInStartMessages[failure];
  try {
    return (await import('./callbackErrorMessages.ts')).callbackErrorMessages[failure];
  } catch {
    return {
      title: 'Couldn’t sign you in',
      meaning: 'Check your network connection, then try again.',
      action: 'Try again',
    };
  }
}

async function showFailure({ failure, detail }: SignInError): Promise<void> {
  const message = await loadMessage(failure);
  const box = element('sign-in-problem', HTMLElement);
  box.className = 'sign-in-problem';
  box.replaceChildren(
    paragraph('h2', message.title),
    paragraph('p', message.meaning),
    paragraph('p', detail, 'small muted mono'),
  );
  element('sign-in-button', HTMLButtonElement).textContent = message.action;
  // A failed step-up leaves the session from before as it was.
  if (restoreSession(Date.now())) box.append(link('Back to the dashboard', location.href));
  const { supportUrl } = runtimeConfig();
  if (supportUrl) box.append(link('Get help', supportUrl));
}

function link(text: string, href: string): HTMLAnchorElement {
  return Object.assign(document.createElement('a'), { textContent: text, href });
}

function paragraph(tag: 'h2' | 'p', text: string, className = ''): HTMLElement {
  return Object.assign(document.createElement(tag), { textContent: text, className });
}

/** Returns an element of index.html. */
function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`index.html has no #${id}.`);
  return found;
}
