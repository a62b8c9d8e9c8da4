import { useEffect, useState } from 'react';

/** Returns false until the component has been painted once: for parts that would delay the first paint. */
export function useHasPainted(): boolean {
  const [hasPainted, setHasPainted] = useState(false);
  useEffect(() => {
    // In a separate task, so that early input is handled first.
    const timer = setTimeout(() => setHasPainted(true));
    return () => clearTimeout(timer);
  }, []);
  return hasPainted;
}
