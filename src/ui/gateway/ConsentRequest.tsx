import type { ReactNode } from 'react';
import { NO_REQUIREMENTS } from '../../domain/sign-in/authorizationParameters.ts';
import { SignInRemedyButton } from '../notices/SignInRemedyButton.tsx';

/** Offers a sign-in that grants access to an endpoint's GCS Manager and returns to this page. */
export function ConsentRequest({
  scope,
  label,
  children,
}: {
  /** The scope of the endpoint. */
  scope: string;
  /** The text of the button. */
  label: string;
  /** Says what the access is for. */
  children: ReactNode;
}) {
  const authorization = { ...NO_REQUIREMENTS, requiredScopes: [scope] };
  return (
    <>
      <p>{children}</p>
      <div className="row">
        <SignInRemedyButton remedy={{ label, authorization, asDifferentUser: false }} isPrimary={false} />
      </div>
    </>
  );
}
