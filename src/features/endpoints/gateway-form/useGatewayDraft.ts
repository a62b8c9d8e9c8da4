import { useState } from 'react';
import { tabStorage } from '../../../browser/storage.ts';
import {
  draftDifferences,
  draftOf,
  EMPTY_DRAFT,
  type GatewayDraft,
  type GatewayField,
  type MergedDraft,
  mergeDraft,
  parseStoredDraft,
} from '../../../domain/site/gatewayDraft.ts';
import type { StreamGateway } from '../../../domain/site/streamGateway.ts';

/** A draft of a gateway, what it started from, and what others changed meanwhile. */
interface DraftState {
  draft: GatewayDraft;
  saved: GatewayDraft;
  /** The gateway that `saved` is from; null for a new one. */
  gateway: StreamGateway | null;
  /** What others changed, for the reader to look at; null if no one did. */
  merge: Pick<MergedDraft, 'theirs' | 'conflicts'> | null;
}

/** Keeps the draft of a gateway in this tab's storage, so that a reload or a sign-in doesn't lose it. */
export function useGatewayDraft(endpointId: string, loaded: StreamGateway | null) {
  const key = `gateway.${endpointId}.${loaded?.id ?? 'new'}`;
  const [state, setState] = useState(() => restore(tabStorage.read(key), loaded));
  const change = (next: DraftState) => {
    setState(next);
    const isDirty = draftDifferences(next.saved, next.draft).length > 0;
    if (isDirty) tabStorage.write(key, { draft: next.draft, saved: next.saved });
    else tabStorage.remove(key);
  };
  return {
    ...state,
    setField: (field: GatewayField, text: string) =>
      change({ ...state, draft: { ...state.draft, [field]: text } }),
    /** Merges what someone else saved. */
    mergeWith: (gateway: StreamGateway) => change(merged(state, gateway)),
    /** Decides about a field that someone else changed too. */
    resolve: (field: GatewayField, keeps: 'mine' | 'theirs') =>
      change({
        ...state,
        draft: keeps === 'mine' ? state.draft : { ...state.draft, [field]: state.saved[field] },
        merge: state.merge && {
          ...state.merge,
          conflicts: state.merge.conflicts.filter((one) => one !== field),
        },
      }),
    /** Starts again from what is saved. */
    startFrom: (gateway: StreamGateway | null) => change(fresh(gateway)),
  };
}

function fresh(gateway: StreamGateway | null): DraftState {
  const saved = gateway ? draftOf(gateway) : EMPTY_DRAFT;
  return { draft: saved, saved, gateway, merge: null };
}

function restore(stored: unknown, loaded: StreamGateway | null): DraftState {
  const start = fresh(loaded);
  if (typeof stored !== 'object' || stored === null) return start;
  const draft = parseStoredDraft(Reflect.get(stored, 'draft'));
  const saved = parseStoredDraft(Reflect.get(stored, 'saved'));
  if (!draft || !saved) return start;
  const restored = { ...start, draft, saved };
  return loaded ? merged(restored, loaded) : restored;
}

function merged({ draft, saved }: DraftState, gateway: StreamGateway): DraftState {
  const latest = draftOf(gateway);
  const result = mergeDraft(saved, draft, latest);
  const merge = result.theirs.length > 0 ? { theirs: result.theirs, conflicts: result.conflicts } : null;
  return { draft: result.draft, saved: latest, gateway, merge };
}
