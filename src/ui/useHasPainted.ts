import { useEffect, useState } from 'react';

/** False until what it is used in has been drawn once: for what need not be there at first, and would keep it. */
export function useHasPainted(): boolean {
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => {
    // In a task of its own: whoever presses something at once comes first.
    const timer = setTimeout(() => setIsDrawn(true));
    return () => clearTimeout(timer);
  }, []);
  return isDrawn;
}
