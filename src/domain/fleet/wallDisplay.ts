/** The views that a wall display can show in turn. */
export const WALL_VIEWS = ['counts', 'ending', 'activity', 'states', 'timeline', 'ends', 'usage'] as const;
export type WallView = (typeof WALL_VIEWS)[number];

/** What a wall display shows. The URL holds it, so that a screen shows it again after a restart. */
export interface WallDisplaySettings {
  views: readonly WallView[];
  /** How long each view stays. */
  secondsPerView: number;
}

export const DEFAULT_WALL_DISPLAY: WallDisplaySettings = {
  views: ['counts', 'ending', 'activity'],
  secondsPerView: 20,
};

const MIN_SECONDS = 5;
const MAX_SECONDS = 3600;

/** Which wall display is open; null for none. */
export interface WallDisplayUrlState {
  wall: WallDisplaySettings | null;
}

/** Reads and writes `wall=counts,ends&every=30`, for `useUrlState`. */
export const wallDisplayUrlState = {
  read: (query: URLSearchParams): WallDisplayUrlState => ({ wall: readSettings(query) }),
  write: ({ wall }: WallDisplayUrlState, query: URLSearchParams): void => {
    query.delete('wall');
    query.delete('every');
    if (!wall) return;
    query.set('wall', wall.views.join(','));
    query.set('every', String(wall.secondsPerView));
  },
};

function readSettings(query: URLSearchParams): WallDisplaySettings | null {
  const wall = query.get('wall');
  if (wall === null) return null;
  const views = [...new Set(wall.split(','))].flatMap(
    (name) => WALL_VIEWS.find((view) => view === name) ?? [],
  );
  const every = query.get('every') ?? '';
  const seconds = /^\d{1,4}$/.test(every) ? Number(every) : DEFAULT_WALL_DISPLAY.secondsPerView;
  return {
    views: views.length > 0 ? views : DEFAULT_WALL_DISPLAY.views,
    secondsPerView: Math.min(Math.max(seconds, MIN_SECONDS), MAX_SECONDS),
  };
}

/** Returns the view to show at a time. It follows the clock, so that several screens show the same view. */
export function wallViewAt({ views, secondsPerView }: WallDisplaySettings, now: number): WallView {
  return views[Math.floor(now / (secondsPerView * 1000)) % views.length] ?? 'counts';
}
