import { useState } from 'react';
import {
  DEFAULT_WALL_DISPLAY,
  WALL_VIEWS,
  type WallView,
  wallDisplayUrlState,
} from '../../../domain/fleet/wallDisplay.ts';
import { countText } from '../../../domain/text/count.ts';
import { ChoiceField } from '../../../ui/controls/ChoiceField.tsx';
import { useUrlState } from '../../../ui/useUrlState.ts';
import { CheckboxList } from '../tools/CheckboxList.tsx';
import { FieldGrid } from '../tools/FieldGrid.tsx';
import { WALL_VIEW_TITLES } from './wallViewTitles.ts';

/** Chooses the views of the wall display, and starts it. */
export function WallDisplayPanel() {
  const [, change] = useUrlState(wallDisplayUrlState);
  const [views, setViews] = useState<readonly WallView[]>(DEFAULT_WALL_DISPLAY.views);
  const [secondsPerView, setSecondsPerView] = useState(DEFAULT_WALL_DISPLAY.secondsPerView);
  const start = () => {
    // Browsers allow this only when someone presses a button. Without it, the wall display fills the page.
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
    // The back button leaves the wall display.
    change({ wall: { views, secondsPerView } }, 'push');
  };
  return (
    <div className="stack">
      <p>
        Shows the selected views full screen, one after the other, and keeps the screen on if the browser
        allows it. To exit, press Esc or tap the screen.
      </p>
      <CheckboxList label="Views">
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
      </CheckboxList>
      <FieldGrid>
        <ChoiceField
          label="Time per view"
          value={secondsPerView}
          choices={[
            ...[10, 20, 30].map((value) => ({ value, label: countText(value, 'second') })),
            ...[1, 5].map((minutes) => ({ value: minutes * 60, label: countText(minutes, 'minute') })),
          ]}
          onChange={(seconds) => setSecondsPerView(seconds ?? DEFAULT_WALL_DISPLAY.secondsPerView)}
        />
      </FieldGrid>
      <div>
        <button
          type="button"
          className="button primary"
          aria-disabled={views.length === 0}
          onClick={() => views.length > 0 && start()}
        >
          Start wall display
        </button>
      </div>
    </div>
  );
}
