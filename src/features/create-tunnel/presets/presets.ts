import type { TunnelPrefill } from '../../../domain/tunnel/prefillLink.ts';

/** A plan a person keeps under a name. */
export interface Preset {
  name: string;
  plan: TunnelPrefill;
}

/** Reads what a device kept, which may be of any form; what cannot be read of it is left out. */
export function readPresets(stored: unknown): Preset[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((item: unknown) => {
    const { name, plan } = (item ?? {}) as Record<string, unknown>;
    const { initiatorId, listenerId, label, lifetime, restartable } = (plan ?? {}) as Record<string, unknown>;
    const isWhole =
      isText(name) && isText(initiatorId) && isText(listenerId) && isText(label) && isText(lifetime);
    return isWhole && typeof restartable === 'boolean'
      ? [{ name, plan: { initiatorId, listenerId, label, lifetime, restartable } }]
      : [];
  });
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** What is wrong with a name for a preset, or null. */
export function checkPresetName(presets: readonly Preset[], name: string): string | null {
  if (name.trim() === '') return 'Give it a name.';
  return presets.some((preset) => preset.name === name.trim())
    ? 'You have a preset of this name already. Give another one.'
    : null;
}

/** With one more, in the order of their names. */
export function withPreset(presets: readonly Preset[], preset: Preset): Preset[] {
  return [...presets, { ...preset, name: preset.name.trim() }].sort((a, b) => a.name.localeCompare(b.name));
}

/** Without the one of this name. */
export function withoutPreset(presets: readonly Preset[], name: string): Preset[] {
  return presets.filter((preset) => preset.name !== name);
}

/** With another name for one, which changes its place; unchanged when there is none of this name. */
export function renamePreset(presets: readonly Preset[], from: string, to: string): Preset[] {
  const renamed = presets.find(({ name }) => name === from);
  return renamed ? withPreset(withoutPreset(presets, from), { ...renamed, name: to }) : [...presets];
}
