import { Fragment, memo, useId } from 'react';
import type { AccessPoint } from '../../../domain/site/accessPoint.ts';
import styles from './AccessPointOption.module.css';

interface OptionProps {
  /** The name that all options of a list share, so that the arrow keys move between them. */
  group: string;
  accessPoint: AccessPoint;
  isChosen: boolean;
  /** What it is already used as: "Listener". */
  note: string | null;
  onChoose: (accessPoint: AccessPoint) => void;
}

/** An access point to choose. Only its name is the accessible name; the rest is its description. */
function Option({ group, accessPoint, isChosen, note, onChoose }: OptionProps) {
  const id = useId();
  const { name, organization, department, description } = accessPoint;
  // Each text has its own direction, so that a hostile one can't reverse the others.
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

// Thousands of options may be loaded when a person chooses one.
export const AccessPointOption = memo(
  Option,
  (before, after) =>
    before.accessPoint === after.accessPoint &&
    before.isChosen === after.isChosen &&
    before.note === after.note &&
    before.group === after.group,
);
