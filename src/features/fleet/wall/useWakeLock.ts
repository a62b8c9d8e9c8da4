import { useEffect } from 'react';

/** Keeps the screen on while the page is in sight, where the browser allows; it lets go when the page is hidden. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    const hold = async () => {
      if (document.visibilityState !== 'visible') return;
      // Refused on a low battery and outside secure pages: the screen then follows the system.
      const held = await navigator.wakeLock?.request('screen').catch(() => null);
      if (isOver) void held?.release();
      else lock = held ?? null;
    };
    void hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', hold);
      void lock?.release();
    };
  }, []);
}
