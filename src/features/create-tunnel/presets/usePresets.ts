import { useSession } from '../../../session/useSession.ts';
import { usePreference } from '../../../ui/usePreference.ts';
import { readPresets } from './presets.ts';

/** The presets of the person who is signed in, on this device. */
export function usePresets() {
  return usePreference(useSession()?.identity.id ?? '', 'presets', readPresets);
}
