import { useEffect } from 'react';

/** Keeps the screen on while the page is visible, if the browser allows it. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let isReleased = false;
    // The browser releases the lock when the page is hidden, so each return to the page needs a new one.
    const acquire = async () => {
      if (document.visibilityState !== 'visible') return;
      // Refused on a low battery and on insecure pages: then the system decides when the screen turns off.
      const acquired = await navigator.wakeLock?.request('screen').catch(() => null);
      if (isReleased) void acquired?.release();
      else lock = acquired ?? null;
    };
    void acquire();
    document.addEventListener('visibilitychange', acquire);
    return () => {
      isReleased = true;
      document.removeEventListener('visibilitychange', acquire);
      void lock?.release();
    };
  }, []);
}
