import { readTellSettings, type TellSettings } from '../../domain/tellSettings.ts';
import { currentSession } from '../../session/sessionStore.ts';
import { useSession } from '../../session/useSession.ts';
import { keptName, readKept } from '../../ui/kept.ts';
import { useKept } from '../../ui/useKept.ts';

const WHAT = 'tell';

/** What the person who is signed in wants to be told, on this device, and how to change it; the same in every tab. */
export function useTellSettings() {
  return useKept(useSession()?.identity.id ?? '', WHAT, readTellSettings);
}

/** The same at this moment. */
export function tellSettings(): TellSettings {
  return readTellSettings(readKept(keptName(currentSession()?.identity.id ?? '', WHAT)));
}
