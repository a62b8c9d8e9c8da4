import { useEffect, useState } from 'react';

const SLOW_MS = 5000;

/** While Globus is asked: quiet at first, and calming when it takes long. */
export function SendingNote({ isOffline }: { isOffline: boolean }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status" className="muted">
      {isOffline
        ? 'This device is offline. The request is sent as soon as the network is back.'
        : isSlow
          ? 'Still waiting for Globus. Should no answer come, trying again is safe: it makes no second tunnel.'
          : 'Asking Globus and the two sites.'}
    </p>
  );
}
