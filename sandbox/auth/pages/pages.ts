import { html } from 'hono/html';
import { PATHS } from '../paths.ts';

/** Escaped HTML that can be sent or included in other HTML. */
export type Html = ReturnType<typeof html>;

/** Returns a whole page with a title and content. */
export function pageLayout(title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} - Sandbox: stand-in for Globus Auth</title>
    <link rel="stylesheet" href="${PATHS.stylesheet}" />
  </head>
  <body>
    <header><p>Sandbox: stand-in for Globus Auth</p></header>
    <main>
      <h1>${title}</h1>
      ${content}
    </main>
  </body>
</html>`;
}

export function errorPage(detail: string): Html {
  return pageLayout(
    'Something went wrong',
    html`<p role="alert">${detail}</p>
      <p>Return to the app that sent you here and try again.</p>`,
  );
}

/** Returns the page that a proxy in front of Auth shows while Auth is unavailable. */
export function unavailablePage(): Html {
  return pageLayout('503 Service Unavailable', html`<p>Globus Auth is unavailable.</p>`);
}

/** Returns the sign-out page. It links to `returnTo` only if that is a web address. */
export function signedOutPage({ returnTo, returnName }: { returnTo?: string; returnName?: string }): Html {
  const isWeb =
    returnTo !== undefined && URL.canParse(returnTo) && /^https?:$/.test(new URL(returnTo).protocol);
  const link = html`<p><a href="${returnTo}" rel="noreferrer">Return to ${returnName || 'the app'}</a></p>`;
  return pageLayout(
    'You are signed out',
    html`<p>Your Globus session in this browser has ended.</p>
      ${isWeb ? link : ''}`,
  );
}

/** Returns the page that shows a code to copy, for clients that have no redirect URI of their own. */
export function authCodePage({ code, error }: { code?: string; error?: string }): Html {
  if (code === undefined) return errorPage(`Sign-in failed: ${error ?? 'no code was provided'}.`);
  return pageLayout(
    'Your authorization code',
    html`<p>Paste this code where you started the sign-in. You can use it once within 10 minutes.</p>
      <p><label>Code <input readonly value="${code}" /></label></p>`,
  );
}

export const STYLESHEET = `
:root { color-scheme: light dark; --line: light-dark(#c9ced6, #444b57); --soft: light-dark(#f4f6f9, #22262d);
  --text: light-dark(#1b1f26, #e9ecf1); --quiet: light-dark(#525a67, #aab2bf); --accent: light-dark(#1c4f9c, #9cc2ff);
  --warn: light-dark(#7a4a00, #ffcf87); }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: light-dark(#fff, #16191e); }
header { padding: .5rem 0; color: var(--warn); border-bottom: .25rem solid var(--warn); font-weight: 600; }
header p { margin: 0 auto; max-width: 42rem; padding: 0 1rem; }
main { margin: 0 auto; max-width: 42rem; padding: 1rem; }
h1 { font-size: 1.5rem; margin: .5rem 0; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
fieldset { border: 1px solid var(--line); border-radius: .5rem; margin: 0 0 1rem; padding: .5rem 1rem 1rem; }
legend { font-weight: 600; padding: 0 .25rem; }
.quiet { color: var(--quiet); font-size: .9rem; margin: .15rem 0 .6rem; }
.message { border-inline-start: .25rem solid var(--accent); background: var(--soft); padding: .5rem 1rem; }
button { font: inherit; color: var(--accent); background: var(--soft); border: 1px solid var(--line);
  border-radius: .4rem; padding: .5rem .9rem; min-height: 2.75rem; cursor: pointer; }
.choice { width: 100%; text-align: start; overflow-wrap: anywhere; }
button:hover { border-color: var(--accent); }
:focus-visible { outline: .2rem solid var(--accent); outline-offset: .1rem; }
a { color: var(--accent); }
input[readonly] { font: inherit; width: 100%; padding: .5rem; }
form { margin: 1rem 0; }
form.row { display: inline-block; margin-inline-end: .5rem; }
`;
