import { useState } from 'react';
import { appUrl } from '../../config/appUrl.ts';
import { identityName } from '../../domain/site/identity.ts';
import { globusPageUrl } from '../../session/globusPages.ts';
import { signOut } from '../../session/signOut.ts';
import { useSession } from '../../session/useSession.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Popover } from '../../ui/menus/Popover.tsx';
import { NewTabLink } from '../../ui/text/NewTabLink.tsx';
import { currentTheme, setTheme, THEMES } from '../../ui/theme/theme.ts';
import styles from './UserMenu.module.css';

/** Shows who is signed in, the appearance setting, and how to sign out. A popover: Escape or a click outside closes it. */
export function UserMenu() {
  const [theme, setShownTheme] = useState(currentTheme);
  const [isSigningOut, setSigningOut] = useState(false);
  const identity = useSession()?.identity;
  if (!identity) return null;
  const startSignOut = (globusToo: boolean) => {
    setSigningOut(true);
    void signOut(appUrl(), globusToo);
  };
  return (
    <div className={styles.user}>
      <Popover
        isPlain
        label={
          <>
            <Icon name="person" />
            <span className={styles.name}>{identityName(identity)}</span>
          </>
        }
      >
        <div className={styles.panel}>
          <p>
            <span className="small muted">Signed in as</span>
            <br />
            <strong>{identityName(identity)}</strong>
            <br />
            <span className={styles.detail}>{identity.username}</span>
            {identity.organization && (
              <>
                <br />
                <span className={styles.detail}>{identity.organization}</span>
              </>
            )}
          </p>
          <label className={styles.theme}>
            Appearance
            <select
              value={theme}
              onChange={({ target }) => {
                const chosen = THEMES.find((name) => name === target.value) ?? 'system';
                setShownTheme(chosen);
                setTheme(chosen);
              }}
            >
              <option value="light">Light</option>
              <option value="dark">Dark</option>
              <option value="system">System</option>
            </select>
          </label>
          <NewTabLink href={globusPageUrl('identities')}>Link another identity</NewTabLink>
          <NewTabLink href={globusPageUrl('consents')}>Manage consents</NewTabLink>
          <button
            type="button"
            className="button"
            disabled={isSigningOut}
            onClick={() => startSignOut(false)}
          >
            Sign out
          </button>
          <button
            type="button"
            className="button plain"
            disabled={isSigningOut}
            onClick={() => startSignOut(true)}
          >
            Sign out of Globus in this browser
          </button>
        </div>
      </Popover>
    </div>
  );
}
