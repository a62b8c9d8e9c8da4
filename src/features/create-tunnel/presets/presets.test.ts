import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  checkPresetName,
  type Preset,
  readPresets,
  renamePreset,
  withoutPreset,
  withPreset,
} from './presets.ts';

const PREFILL = { initiatorId: 'i', listenerId: 'l', label: 'L', lifetime: '60', restartable: true };
const preset = (name: string): Preset => ({ name, prefill: PREFILL });
const names = (presets: Preset[]) => presets.map(({ name }) => name);

it('sorts presets by name; renaming one keeps its settings', () => {
  const presets = ['Night run', ' Calibration '].reduce<Preset[]>(
    (all, name) => withPreset(all, preset(name)),
    [],
  );
  expect(names(presets)).toEqual(['Calibration', 'Night run']);
  expect(renamePreset(presets, 'Calibration', 'Tuning')).toEqual([preset('Night run'), preset('Tuning')]);
  expect(names(withoutPreset(presets, 'Night run'))).toEqual(['Calibration']);
});

it('renames nothing if another tab has deleted the preset', () => {
  expect(renamePreset([preset('Night run')], 'gone', 'Tuning')).toEqual([preset('Night run')]);
});

it.each([
  ['', 'Enter a name.'],
  ['  ', 'Enter a name.'],
  [' Night run ', 'You already have a preset with this name. Enter another name.'],
  ['Day run', null],
])('checks the name %j: %j', (name, problem) => {
  expect(checkPresetName([preset('Night run')], name)).toBe(problem);
});

it('reads back what was stored, and never throws', () => {
  const some = fc.record({
    name: fc.string(),
    prefill: fc.record({
      initiatorId: fc.string(),
      listenerId: fc.string(),
      label: fc.string(),
      lifetime: fc.string(),
      restartable: fc.boolean(),
    }),
  });
  fc.assert(
    fc.property(fc.array(some), fc.jsonValue(), (presets, nonsense) => {
      expect(readPresets(JSON.parse(JSON.stringify(presets)))).toEqual(presets);
      expect(readPresets([nonsense, ...presets, { name: 'half', prefill: { label: 'x' } }])).toEqual(
        expect.arrayContaining(presets),
      );
      expect(Array.isArray(readPresets(nonsense))).toBe(true);
    }),
  );
});
