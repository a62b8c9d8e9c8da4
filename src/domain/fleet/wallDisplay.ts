/** What a wall screen can show, one after the other. */
export const WALL_VIEWS = ['counts', 'ending', 'activity', 'states', 'timeline', 'ends', 'usage'] as const;
export type WallView = (typeof WALL_VIEWS)[number];

/** What a wall screen shows; it stands in the address, so that a screen comes back to it by itself. */
export interface WallDisplaySettings {
  views: readonly WallView[];
  /** How long each stays, seconds. */
  secondsPerView: number;
}

export const DEFAULT_WALL_DISPLAY: WallDisplaySettings = {
  views: ['counts', 'ending', 'activity'],
  secondsPerView: 20,
};

const SHORTEST_SECONDS = 5;
const LONGEST_SECONDS = 3600;

/** Reads `wall=counts,ends` and `every=30`; null: no wall screen is asked for. */
export function parseWallDisplaySettings(query: URLSearchParams): WallDisplaySettings | null {
  const wall = query.get('wall');
  if (wall === null) return null;
  const named = [...new Set(wall.split(','))].flatMap(
    (name) => WALL_VIEWS.find((view) => view === name) ?? [],
  );
  const every = query.get('every') ?? '';
  const seconds = /^\d{1,4}$/.test(every) ? Number(every) : DEFAULT_WALL_DISPLAY.secondsPerView;
  return {
    views: named.length > 0 ? named : DEFAULT_WALL_DISPLAY.views,
    secondsPerView: Math.min(Math.max(seconds, SHORTEST_SECONDS), LONGEST_SECONDS),
  };
}

/** Which view's turn it is. By the clock, so that several screens show the same. */
export function wallViewAt({ views, secondsPerView }: WallDisplaySettings, now: number): WallView {
  return views[Math.floor(now / (secondsPerView * 1000)) % views.length] ?? 'counts';
}
