import { type RefObject, Suspense, useLayoutEffect, useRef } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import { environmentName } from '../../config/environment.ts';
import { pagePathOf, routePaths } from '../../config/routePaths.ts';
import { runtimeConfig } from '../../config/runtimeConfig.ts';
import { Chip } from '../../ui/controls/Chip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { Skeleton } from '../../ui/query-states/Skeleton.tsx';
import { CommandPaletteButton } from '../palette/CommandPaletteButton.tsx';
import { SessionExpiredDialog } from './SessionExpiredDialog.tsx';
import { SessionExpiryNotice } from './SessionExpiryNotice.tsx';
import styles from './Shell.module.css';
import { UserMenu } from './UserMenu.tsx';
import { useFailedCreation } from './useFailedCreation.ts';
import { useScrollRestoration } from './useScrollRestoration.ts';

const LostCreationNotice = lazyPart(
  async () => (await import('./FailedCreationNotice.tsx')).FailedCreationNotice,
  'the notice',
);

const PLACES = [
  { to: routePaths.fleet, name: 'Tunnels', icon: 'tunnels' },
  { to: routePaths.accessPoints, name: 'Access points', icon: 'access-points' },
  { to: routePaths.createTunnel, name: 'New tunnel', icon: 'plus' },
] as const;

/** What stands around every page: where one can go, which Globus this is, and who is signed in. */
export function Shell() {
  const { title } = runtimeConfig();
  const environment = environmentName(runtimeConfig());
  const main = useRef<HTMLElement>(null);
  return (
    <div className={styles.shell}>
      {/* A button: the page has a base address, so a plain #main link would leave it. */}
      <button
        type="button"
        className={styles.skipLink}
        onClick={() => main.current?.querySelector('h1')?.focus()}
      >
        Skip to the content
      </button>
      <header className={styles.header}>
        <span className={styles.title}>{title}</span>
        {environment && (
          <Chip tone="warning" title="This is not Globus' production service">
            {environment}
          </Chip>
        )}
        <CommandPaletteButton />
        <UserMenu />
      </header>
      <Rail />
      <main ref={main} className={styles.main}>
        <SessionExpiryNotice />
        <LostCreation />
        <Suspense fallback={<Skeleton rows={8} height="48px" />}>
          <Page main={main} />
        </Suspense>
      </main>
      <SessionExpiredDialog />
    </div>
  );
}

/** Where one can go, and the part of the app one is in: a tunnel's page is one of the tunnels', the wizard is not. */
function Rail() {
  const isInWizard = useLocation().pathname === routePaths.createTunnel;
  return (
    <nav className={styles.nav} aria-label="Pages">
      {PLACES.map(({ to, name, icon }) => (
        <NavLink key={to} to={to} end={isInWizard} className={styles.navLink ?? ''}>
          <Icon name={icon} />
          <span>{name}</span>
        </NavLink>
      ))}
    </nav>
  );
}

function LostCreation() {
  const { failure, dismiss } = useFailedCreation();
  return (
    failure && (
      <Suspense>
        <LostCreationNotice failure={failure} onDismiss={dismiss} />
      </Suspense>
    )
  );
}

/** The page of this address. Inside the Suspense, so that focus and scroll wait until its code is there. */
function Page({ main }: { main: RefObject<HTMLElement | null> }) {
  useFocusOnNewPage(main);
  useScrollRestoration();
  return <Outlet />;
}

/**
 * After a change of page the focus goes to its title, so that the keyboard and a screen reader start there. Who goes
 * to another tab of the page goes on from where they pressed, unless that is gone with the tab before.
 */
function useFocusOnNewPage(main: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  // Before what the new page shows of itself scrolls to what a link led to.
  useLayoutEffect(() => {
    if (shown.current === pathname) return;
    const isTab = pagePathOf(shown.current) === pagePathOf(pathname);
    shown.current = pathname;
    if (isTab && document.activeElement !== document.body) return;
    main.current?.querySelector('h1')?.focus({ preventScroll: !isTab });
  }, [pathname, main]);
}
