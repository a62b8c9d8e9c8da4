import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { accessPointQueries, countUnreadable, isSearchEmpty } from '../../../api/accessPoints.ts';
import type { AccessPoint } from '../../../domain/site/accessPoint.ts';
import { SearchField } from '../../../ui/controls/SearchField.tsx';
import { InfiniteQueryStates } from '../../../ui/query-states/InfiniteQueryStates.tsx';
import { Skeleton } from '../../../ui/query-states/Skeleton.tsx';
import styles from './AccessPointChooser.module.css';
import { AccessPointOption } from './AccessPointOption.tsx';
import { ChosenAccessPoint } from './ChosenAccessPoint.tsx';
import { QuickPicks } from './QuickPicks.tsx';

/** Chooses one side's access point: search, then pick with the mouse or the arrow keys. What is chosen stays in sight. */
export function AccessPointChooser({
  side,
  chosenId,
  otherSide,
  error,
  onChoose,
}: {
  side: 'initiator' | 'listener';
  chosenId: string;
  otherSide: { name: string; id: string };
  error: string | undefined;
  onChoose: (id: string) => void;
}) {
  const [text, setText] = useState('');
  const found = useInfiniteQuery({
    ...accessPointQueries.search({ text, onlyAdministered: false }),
    placeholderData: keepPreviousData,
  });
  const unreadable = found.data ? countUnreadable(found.data) : 0;
  const client = useQueryClient();
  const errorId = useId();
  const list = useRef<HTMLDivElement>(null);
  const choose = (accessPoint: AccessPoint) => {
    // Its name is known already, so the picture of the tunnel need not wait for it.
    client.setQueryData(accessPointQueries.detail(accessPoint.id).queryKey, accessPoint);
    onChoose(accessPoint.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const radios = list.current?.querySelectorAll<HTMLInputElement>('input[type="radio"]');
    if (event.key === 'ArrowDown') {
      const target = Array.from(radios ?? []).find((radio) => radio.checked) ?? radios?.[0];
      target?.focus();
    } else if (event.key === 'Enter' && !chosenId && radios?.length === 1 && !found.isPlaceholderData) {
      radios[0]?.click();
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <ChosenAccessPoint side={side} id={chosenId} />
      {chosenId !== '' && chosenId === otherSide.id && (
        <p className={styles.warning} role="status">
          This is also the {otherSide.name}. That is allowed, but both ends of the tunnel are then at the same
          place, which is rarely what one wants.
        </p>
      )}
      <div>
        <SearchField
          label="Search access points"
          placeholder="Name, organization, keyword or id"
          value={text}
          onSearch={setText}
          onKeyDown={onKeyDown}
          aria-invalid={error ? true : undefined}
          aria-describedby={errorId}
        />
        <p id={errorId} className={styles.error} aria-live="polite">
          {error}
        </p>
      </div>
      {text.trim() === '' && <QuickPicks chosenId={chosenId} onPick={onChoose} />}
      <InfiniteQueryStates
        query={found}
        skeleton={<Skeleton rows={6} height="60px" />}
        isEmpty={isSearchEmpty}
        empty={
          <p className={styles.empty}>
            {text.trim() ? (
              <>
                No access point matches “<bdi>{text}</bdi>”. Try fewer or other words.
              </>
            ) : (
              'Globus shows you no access points yet. An administrator of a site can tell you why.'
            )}
          </p>
        }
      >
        {({ pages }, end) => (
          <div
            ref={list}
            role="radiogroup"
            aria-label={`Access points for the ${side}`}
            aria-busy={found.isPlaceholderData}
            className={styles.list}
          >
            {pages.map(({ accessPoints }) =>
              accessPoints.map((accessPoint) => (
                <AccessPointOption
                  key={accessPoint.id}
                  group={side}
                  accessPoint={accessPoint}
                  isChosen={accessPoint.id === chosenId}
                  note={accessPoint.id === otherSide.id ? `the ${otherSide.name}` : null}
                  onChoose={choose}
                />
              )),
            )}
            {end}
          </div>
        )}
      </InfiniteQueryStates>
      {unreadable > 0 && <p className="muted small">{unreadable} more could not be read.</p>}
    </>
  );
}
