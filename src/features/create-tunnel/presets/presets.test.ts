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

const PLAN = { initiatorId: 'i', listenerId: 'l', label: 'L', lifetime: '60', restartable: true };
const preset = (name: string): Preset => ({ name, plan: PLAN });
const names = (presets: Preset[]) => presets.map(({ name }) => name);

it('keeps them by name; renaming keeps the plan', () => {
  const presets = ['Night run', ' Calibration '].reduce<Preset[]>(
    (all, name) => withPreset(all, preset(name)),
    [],
  );
  expect(names(presets)).toEqual(['Calibration', 'Night run']);
  expect(renamePreset(presets, 'Calibration', 'Tuning')).toEqual([preset('Night run'), preset('Tuning')]);
  expect(names(withoutPreset(presets, 'Night run'))).toEqual(['Calibration']);
  // Another tab may have deleted it meanwhile.
  expect(renamePreset(presets, 'gone', 'Tuning')).toEqual(presets);
});

it.each([
  ['', 'Give it a name.'],
  ['  ', 'Give it a name.'],
  [' Night run ', 'You have a preset of this name already. Give another one.'],
  ['Day run', null],
])('a preset called %j: %j', (name, problem) => {
  expect(checkPresetName([preset('Night run')], name)).toBe(problem);
});

it('reads back what was kept, and never throws', () => {
  const some = fc.record({
    name: fc.string(),
    plan: fc.record({
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
      expect(readPresets([nonsense, ...presets, { name: 'half', plan: { label: 'x' } }])).toEqual(
        expect.arrayContaining(presets),
      );
      expect(Array.isArray(readPresets(nonsense))).toBe(true);
    }),
  );
});
