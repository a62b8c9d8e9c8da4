import { Fragment, memo, useId } from 'react';
import type { AccessPoint } from '../../../domain/site/accessPoint.ts';
import styles from './AccessPointOption.module.css';

interface OptionProps {
  /** The name the options of one list share, so that the arrow keys go from one to the next. */
  group: string;
  accessPoint: AccessPoint;
  isChosen: boolean;
  /** What it is already used as. */
  note: string | null;
  onChoose: (accessPoint: AccessPoint) => void;
}

/** An access point to pick. Its name alone is what it is called; the rest describes it. */
function Option({ group, accessPoint, isChosen, note, onChoose }: OptionProps) {
  const id = useId();
  const { name, organization, department, description } = accessPoint;
  // Each in its own direction of writing: one hostile text must not turn the others around.
  const about = [organization, department, description].filter(
    (text, at, all) => text !== null && all.indexOf(text) === at,
  );
  return (
    <label className={styles.option}>
      <input
        type="radio"
        name={group}
        checked={isChosen}
        onChange={() => onChoose(accessPoint)}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-about`}
      />
      <span className={styles.text}>
        <span id={`${id}-name`} className={styles.name} dir="auto">
          {name}
        </span>
        <span id={`${id}-about`} className={styles.description}>
          {about.map((text, at) => (
            <Fragment key={text}>
              {at > 0 && ' · '}
              <bdi>{text}</bdi>
            </Fragment>
          ))}
        </span>
      </span>
      {note && <span className={styles.note}>{note}</span>}
    </label>
  );
}

// Thousands of them may have been loaded when one is chosen.
export const AccessPointOption = memo(
  Option,
  (before, after) =>
    before.accessPoint === after.accessPoint &&
    before.isChosen === after.isChosen &&
    before.note === after.note &&
    before.group === after.group,
);
