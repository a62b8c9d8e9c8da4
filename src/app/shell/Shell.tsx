import { useQuery } from '@tanstack/react-query';
import { type RefObject, Suspense, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import { accessPointQueries } from '../../api/accessPoints.ts';
import { environmentName } from '../../config/environment.ts';
import { pagePathOf, routePaths } from '../../config/routePaths.ts';
import { runtimeConfig } from '../../config/runtimeConfig.ts';
import { unattendedResult } from '../../features/create-tunnel/sending/unattendedResult.ts';
import { Chip } from '../../ui/controls/Chip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { Skeleton } from '../../ui/query-states/Skeleton.tsx';
import { useHasPainted } from '../../ui/useHasPainted.ts';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { PageError } from '../PageError.tsx';
import { CommandPaletteButton } from '../palette/CommandPaletteButton.tsx';
import { LookOnlyDialog } from './LookOnlyDialog.tsx';
import { SessionExpiredDialog } from './SessionExpiredDialog.tsx';
import { SessionExpiryNotice } from './SessionExpiryNotice.tsx';
import styles from './Shell.module.css';
import { UserMenu } from './UserMenu.tsx';
import { useScrollRestoration } from './useScrollRestoration.ts';

const LazyCreationResultNotice = lazyPart(
  async () => (await import('./CreationResultNotice.tsx')).CreationResultNotice,
  'the notice about the tunnel you created',
);

const NAV_ITEMS = [
  { to: routePaths.fleet, name: 'Tunnels', icon: 'tunnels' },
  { to: routePaths.accessPoints, name: 'Access points', icon: 'access-points' },
  { to: routePaths.endpoints, name: 'Endpoints', icon: 'endpoints' },
  { to: routePaths.createTunnel, name: 'New tunnel', icon: 'plus' },
] as const;

/** The frame around every page: navigation, the name of the environment, and the signed-in person. */
export function Shell() {
  const { title } = runtimeConfig();
  const environment = environmentName(runtimeConfig());
  const main = useRef<HTMLElement>(null);
  return (
    <div className={styles.shell}>
      {/* A button, because a #main link is relative to the page's base address and would leave the page. */}
      <button
        type="button"
        className={styles.skipLink}
        onClick={() => main.current?.querySelector('h1')?.focus()}
      >
        Skip to main content
      </button>
      <header className={styles.header}>
        <span className={styles.title}>{title}</span>
        {environment && (
          <Chip tone="warning" title="Not the Globus production service">
            {environment}
          </Chip>
        )}
        <CommandPaletteButton />
        <UserMenu />
      </header>
      <Navigation />
      <main ref={main} className={styles.main}>
        <SessionExpiryNotice />
        <CreationResult />
        <Suspense fallback={<Skeleton rows={8} height="48px" />}>
          <Page main={main} />
        </Suspense>
      </main>
      <SessionExpiredDialog />
      <LookOnlyDialog />
    </div>
  );
}

/**
 * The main navigation. A tunnel's page belongs to Tunnels; the wizard, though its path is below, does not. Endpoints are
 * for people who administer one, or have opened one by its address.
 */
function Navigation() {
  const { pathname } = useLocation();
  const isInWizard = pathname === routePaths.createTunnel;
  const { data: isAdministrator } = useQuery({
    ...accessPointQueries.administersAny(),
    // It is not worth the wait of the first rows.
    enabled: useHasPainted(),
  });
  const hasEndpoints = isAdministrator === true || pathname.startsWith(routePaths.endpoints);
  return (
    <nav className={styles.nav} aria-label="Main">
      {NAV_ITEMS.filter(({ to }) => to !== routePaths.endpoints || hasEndpoints).map(({ to, name, icon }) => (
        <NavLink key={to} to={to} end={isInWizard} className={styles.navLink ?? ''}>
          <Icon name={icon} />
          <span>{name}</span>
        </NavLink>
      ))}
    </nav>
  );
}

function CreationResult() {
  const result = useSyncExternalStore(unattendedResult.subscribe, unattendedResult.get);
  return (
    result && (
      <Suspense>
        <LazyCreationResultNotice result={result} onDismiss={() => unattendedResult.set(null)} />
      </Suspense>
    )
  );
}

/**
 * The page of this route. Inside the Suspense, so that focus and scroll wait until its code has loaded. A page that
 * throws is replaced alone: navigation and sign-out stay, and leaving the page resets it.
 */
function Page({ main }: { main: RefObject<HTMLElement | null> }) {
  const { pathname } = useLocation();
  useFocusOnNewPage(main);
  useScrollRestoration();
  return (
    <ErrorBoundary resetKey={pathname} fallback={(error) => <PageError error={error} />}>
      <Outlet />
    </ErrorBoundary>
  );
}

/**
 * Moves the focus to the title of a new page, so that the keyboard and screen readers start there. Another tab of the
 * same page leaves the focus on the link that opened it, unless that link went with the old tab.
 */
function useFocusOnNewPage(main: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const previousPathname = useRef(pathname);
  // In the layout phase, before the new page scrolls to the part that a link leads to.
  useLayoutEffect(() => {
    if (previousPathname.current === pathname) return;
    const isTab = pagePathOf(previousPathname.current) === pagePathOf(pathname);
    previousPathname.current = pathname;
    if (isTab && document.activeElement !== document.body) return;
    main.current?.querySelector('h1')?.focus({ preventScroll: !isTab });
  }, [pathname, main]);
}
