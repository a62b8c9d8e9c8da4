import { useSearchParams } from 'react-router';

const PANELS = ['filters', 'arrange', 'charts', 'activity', 'wall'] as const;
export type Panel = (typeof PANELS)[number];

/** Which panel is open above the table; it stands in the address. */
export function usePanel(): [Panel | null, (panel: Panel | null) => void] {
  const [query, setQuery] = useSearchParams();
  const panel = PANELS.find((name) => name === query.get('panel')) ?? null;
  const open = (wanted: Panel | null) =>
    setQuery(
      (before) => {
        if (wanted) before.set('panel', wanted);
        else before.delete('panel');
        return before;
      },
      { replace: true },
    );
  return [panel, open];
}
