import { useSession } from '../../../session/useSession.ts';
import { usePreference } from '../../../ui/usePreference.ts';
import { readPresets } from './presets.ts';

/** Gives the presets that the signed-in person has saved on this device. */
export function usePresets() {
  return usePreference(useSession()?.identity.id ?? '', 'presets', readPresets);
}
