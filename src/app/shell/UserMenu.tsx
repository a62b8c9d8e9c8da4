import { useState } from 'react';
import { appUrl } from '../../config/appUrl.ts';
import { identityName } from '../../domain/site/identity.ts';
import { signOut } from '../../session/signOut.ts';
import { useSession } from '../../session/useSession.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Popover } from '../../ui/menus/Popover.tsx';
import { currentTheme, setTheme, THEMES } from '../../ui/theme/theme.ts';
import styles from './UserMenu.module.css';

/** Who is signed in, the look, and the ways out. On the browser's own popover: Escape and a click outside close it. */
export function UserMenu() {
  const [theme, chooseTheme] = useState(currentTheme);
  const [isLeaving, setLeaving] = useState(false);
  const identity = useSession()?.identity;
  if (!identity) return null;
  const leave = (globusToo: boolean) => {
    setLeaving(true);
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
            Look
            <select
              value={theme}
              onChange={({ target }) => {
                const chosen = THEMES.find((name) => name === target.value) ?? 'system';
                chooseTheme(chosen);
                setTheme(chosen);
              }}
            >
              <option value="system">As on this device</option>
              <option value="light">Light</option>
              <option value="dark">Dark</option>
            </select>
          </label>
          <button type="button" className="button" disabled={isLeaving} onClick={() => leave(false)}>
            Sign out
          </button>
          <button type="button" className="button plain" disabled={isLeaving} onClick={() => leave(true)}>
            Sign out of Globus too
          </button>
        </div>
      </Popover>
    </div>
  );
}
