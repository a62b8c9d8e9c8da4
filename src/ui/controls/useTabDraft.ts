import { useState } from 'react';
import { tabStorage } from '../../browser/storage.ts';

/**
 * Keeps text that is being typed in this tab's storage, so that a reload or a sign-in doesn't lose it.
 *
 * @returns the text, a function that changes it, and one that removes it from storage once it was used or discarded
 */
export function useTabDraft(name: string, initial: string): [string, (text: string) => void, () => void] {
  const [text, setText] = useState(() => {
    const stored = tabStorage.read(name);
    return typeof stored === 'string' ? stored : initial;
  });
  const change = (next: string) => {
    setText(next);
    tabStorage.write(name, next);
  };
  return [text, change, () => tabStorage.remove(name)];
}
