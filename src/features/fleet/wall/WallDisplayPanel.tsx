import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { DEFAULT_WALL_DISPLAY, WALL_VIEWS, type WallView } from '../../../domain/fleet/wallDisplay.ts';
import { ChoiceField } from '../../../ui/controls/ChoiceField.tsx';
import styles from '../tools/FleetTools.module.css';
import { WALL_VIEW_TITLES } from './wallViewTitles.ts';

/** What a wall screen shows, and the way there. */
export function WallDisplayPanel() {
  const [, setQuery] = useSearchParams();
  const [views, setViews] = useState<readonly WallView[]>(DEFAULT_WALL_DISPLAY.views);
  const [everySeconds, setEvery] = useState(DEFAULT_WALL_DISPLAY.secondsPerView);
  const start = () => {
    // Only a press of a button may fill the screen. Where it may not, the page alone is filled.
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
    setQuery((before) => {
      before.delete('panel');
      before.set('wall', views.join(','));
      before.set('every', String(everySeconds));
      return before;
    });
  };
  return (
    <div className="stack">
      <p>
        Fills the screen with one view after the other, large and without controls, and keeps the screen awake
        where the browser allows. Escape comes back here, and so does a tap on a touch screen.
      </p>
      <ul className={styles.columns} aria-label="Views">
        {WALL_VIEWS.map((view) => (
          <li key={view}>
            <label>
              <input
                type="checkbox"
                checked={views.includes(view)}
                onChange={({ target }) =>
                  setViews(WALL_VIEWS.filter((one) => (one === view ? target.checked : views.includes(one))))
                }
              />
              {WALL_VIEW_TITLES[view]}
            </label>
          </li>
        ))}
      </ul>
      <div className={styles.fields}>
        <ChoiceField
          label="Each for"
          value={everySeconds}
          choices={[10, 20, 30, 60, 300].map((value) => ({ value, label: `${value} seconds` }))}
          onChange={(value) => setEvery(value ?? DEFAULT_WALL_DISPLAY.secondsPerView)}
        />
      </div>
      <div>
        <button
          type="button"
          className="button primary"
          aria-disabled={views.length === 0}
          onClick={() => views.length > 0 && start()}
        >
          Start the wall screen
        </button>
      </div>
    </div>
  );
}
