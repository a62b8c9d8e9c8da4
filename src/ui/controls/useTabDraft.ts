import { useState } from 'react';
import { tabStorage } from '../../browser/storage.ts';

/**
 * A text that is being typed, kept in this tab under a name, so that a reload or a sign-in loses nothing.
 *
 * @returns the text, how to change it, and how to forget it once it was used or given up
 */
export function useTabDraft(name: string, initial: string): [string, (text: string) => void, () => void] {
  const [text, setText] = useState(() => {
    const kept = tabStorage.read(name);
    return typeof kept === 'string' ? kept : initial;
  });
  const change = (next: string) => {
    setText(next);
    tabStorage.write(name, next);
  };
  return [text, change, () => tabStorage.remove(name)];
}
