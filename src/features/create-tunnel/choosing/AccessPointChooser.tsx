import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { accessPointQueries, countUnreadable, isSearchEmpty } from '../../../api/accessPoints.ts';
import type { AccessPoint } from '../../../domain/site/accessPoint.ts';
import { SearchField } from '../../../ui/controls/SearchField.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { InfiniteQueryStates } from '../../../ui/query-states/InfiniteQueryStates.tsx';
import { Skeleton } from '../../../ui/query-states/Skeleton.tsx';
import styles from './AccessPointChooser.module.css';
import { AccessPointOption } from './AccessPointOption.tsx';
import { ChosenAccessPoint } from './ChosenAccessPoint.tsx';
import { QuickPicks } from './QuickPicks.tsx';

/** Chooses one side's access point: search, then pick with the mouse or the arrow keys. The chosen one stays visible. */
export function AccessPointChooser({
  side,
  chosenId,
  otherSide,
  error,
  onChoose,
}: {
  side: 'initiator' | 'listener';
  chosenId: string;
  otherSide: { name: string; label: string; id: string };
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
    // The list already has its details, so nothing has to load them again.
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
        <Notice tone="warning">
          <p>
            This is also the {otherSide.name}. Using the same access point for both sides is allowed but
            unusual.
          </p>
        </Notice>
      )}
      <div>
        <SearchField
          label="Search access points"
          placeholder="Name, organization, keyword, or ID"
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
                No access points match “<bdi>{text}</bdi>”. Try a different search.
              </>
            ) : (
              'You don’t have access to any access points yet. Ask your site’s administrators.'
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
                  note={accessPoint.id === otherSide.id ? otherSide.label : null}
                  onChoose={choose}
                />
              )),
            )}
            {end}
          </div>
        )}
      </InfiniteQueryStates>
      {unreadable > 0 && (
        <p className="muted small">
          {unreadable === 1
            ? '1 access point couldn’t be loaded.'
            : `${unreadable} access points couldn’t be loaded.`}
        </p>
      )}
    </>
  );
}
