import { useState } from 'react';

interface Question {
  /** The text on the button that stops the request and carries out the change. */
  action: string;
  onConfirm: () => void;
  onClose: () => void;
}

/**
 * Guards changes to a draft that is being sent: the person decides whether to stop the request first. Otherwise the
 * tunnel would be created with settings that the wizard no longer shows.
 *
 * @param isSending whether the draft is being sent
 * @param cancel stops the request
 * @returns the question to ask, or null, and a function that carries out a change, after asking if necessary
 */
export function useStopFirst(
  isSending: boolean,
  cancel: () => void,
): { question: Question | null; stopFirst: (action: string, change: () => void) => void } {
  const [pending, setPending] = useState<{ action: string; change: () => void } | null>(null);
  // Globus has responded in the meantime: there is nothing to stop.
  if (pending && !isSending) setPending(null);
  const question = pending && {
    action: pending.action,
    onConfirm: () => {
      cancel();
      setPending(null);
      pending.change();
    },
    onClose: () => setPending(null),
  };
  const stopFirst = (action: string, change: () => void) => {
    if (isSending) setPending({ action, change });
    else change();
  };
  return { question, stopFirst };
}
