import { CHANGE_KINDS, type ChangeKind } from './changes.ts';

/** What somebody wants to be told, and how. */
export interface TellSettings {
  kinds: Readonly<Record<ChangeKind, boolean>>;
  /** A tunnel with so much left or less ends soon, minutes. */
  soonMinutes: number;
  /** As the browser's own notifications too. */
  notifications: boolean;
  sound: boolean;
}

/** Everything in the page, nothing outside it until somebody asks. */
export const USUAL_TELL_SETTINGS: TellSettings = {
  kinds: { active: true, failed: true, stopped: true, ending: true },
  soonMinutes: 15,
  notifications: false,
  sound: false,
};

/** Reads settings that were kept; what makes no sense is as usual. */
export function readTellSettings(kept: unknown): TellSettings {
  const { kinds, soonMinutes, notifications, sound } = Object(kept);
  const kindsOf = CHANGE_KINDS.map((kind) => [kind, Object(kinds)[kind] !== false]);
  return {
    kinds: Object.fromEntries(kindsOf) as TellSettings['kinds'],
    soonMinutes:
      soonMinutes > 0 && soonMinutes <= 1440 ? Number(soonMinutes) : USUAL_TELL_SETTINGS.soonMinutes,
    notifications: notifications === true,
    sound: sound === true,
  };
}
