import { showBootPicture } from '../../config/bootPicture.ts';
import { runtimeConfig } from '../../config/runtimeConfig.ts';
import { restoreSession } from '../../session/sessionStore.ts';
import { SignInError } from '../../session/sign-in/SignInError.ts';
import { signIn } from '../../session/sign-in/signIn.ts';
import { signInErrorMessages } from './signInErrorMessages.ts';

/**
 * Shows the sign-in page, which stands in index.html, and gives its button a meaning. It is plain DOM on
 * purpose: nobody should wait for a framework to read a title and press a button.
 *
 * @param failure how the last try ended, or null
 */
export function showSignInPage(failure: SignInError | null): void {
  showBootPicture('sign-in');
  const button = element('sign-in-button', HTMLButtonElement);
  element('site-title', HTMLElement).textContent = runtimeConfig().title;
  if (failure) showFailure(failure);
  // Straight back without a question would lack the same again.
  const isIncomplete = failure?.failure === 'transfer-missing';
  button.onclick = async () => {
    button.disabled = true;
    try {
      await signIn(isIncomplete ? { prompt: 'login' } : {});
    } catch (error) {
      button.disabled = false;
      showFailure(error instanceof SignInError ? error : new SignInError('not-loaded', 'sign-in'));
    }
  };
  button.disabled = false;
  // A page that comes back from the browser's back/forward cache is ready to be pressed again.
  addEventListener('pageshow', () => {
    button.disabled = false;
  });
}

function showFailure({ failure, detail }: SignInError): void {
  const words = signInErrorMessages[failure];
  const box = element('sign-in-problem', HTMLElement);
  box.className = 'sign-in-problem';
  box.replaceChildren(
    paragraph('h2', words.title),
    paragraph('p', words.meaning),
    paragraph('p', detail, 'small muted mono'),
  );
  element('sign-in-button', HTMLButtonElement).textContent = words.action;
  // A step-up that failed leaves the sign-in before it as it was.
  if (restoreSession(Date.now())) box.append(link('Go back without signing in', location.href));
  const { supportUrl } = runtimeConfig();
  if (supportUrl) box.append(link('Ask for help', supportUrl));
}

function link(text: string, href: string): HTMLAnchorElement {
  return Object.assign(document.createElement('a'), { textContent: text, href });
}

function paragraph(tag: 'h2' | 'p', text: string, className = ''): HTMLElement {
  return Object.assign(document.createElement(tag), { textContent: text, className });
}

/** An element that index.html promises. */
function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`index.html has no #${id}.`);
  return found;
}
