const PANELS = ['filters', 'columns', 'charts', 'activity', 'wall'] as const;
export type Panel = (typeof PANELS)[number];

/** Which panel is open above the table; null for none. */
export interface PanelUrlState {
  panel: Panel | null;
}

/** Reads and writes `panel=charts`, for `useUrlState`. */
export const panelUrlState = {
  read: (query: URLSearchParams): PanelUrlState => ({
    panel: PANELS.find((name) => name === query.get('panel')) ?? null,
  }),
  write: ({ panel }: PanelUrlState, query: URLSearchParams): void => {
    if (panel) query.set('panel', panel);
    else query.delete('panel');
  },
};
