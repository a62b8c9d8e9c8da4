import * as v from 'valibot';
import type { TunnelPrefill } from '../../../domain/tunnel/prefillLink.ts';

/** Wizard settings that a person has saved under a name. */
export interface Preset {
  name: string;
  prefill: TunnelPrefill;
}

const StoredPreset: v.GenericSchema<unknown, Preset> = v.object({
  name: v.string(),
  prefill: v.object({
    initiatorId: v.string(),
    listenerId: v.string(),
    label: v.string(),
    lifetime: v.string(),
    restartable: v.boolean(),
  }),
});

/** Reads stored presets, which may have any form. Leaves out those that can't be read. */
export function readPresets(stored: unknown): Preset[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter((item): item is Preset => v.safeParse(StoredPreset, item).success);
}

/** Returns what is wrong with a preset's name, or null. */
export function checkPresetName(presets: readonly Preset[], name: string): string | null {
  if (name.trim() === '') return 'Enter a name.';
  return presets.some((preset) => preset.name === name.trim())
    ? 'You already have a preset with this name. Enter another name.'
    : null;
}

/** Returns the presets with one more, sorted by name. */
export function withPreset(presets: readonly Preset[], preset: Preset): Preset[] {
  return [...presets, { ...preset, name: preset.name.trim() }].sort((a, b) => a.name.localeCompare(b.name));
}

/** Returns the presets without the one of this name. */
export function withoutPreset(presets: readonly Preset[], name: string): Preset[] {
  return presets.filter((preset) => preset.name !== name);
}

/** Returns the presets with one renamed, sorted by name; unchanged if none has this name. */
export function renamePreset(presets: readonly Preset[], from: string, to: string): Preset[] {
  const renamed = presets.find(({ name }) => name === from);
  return renamed ? withPreset(withoutPreset(presets, from), { ...renamed, name: to }) : [...presets];
}
