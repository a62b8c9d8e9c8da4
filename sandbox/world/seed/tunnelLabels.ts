/** Labels as people write them, with those that break careless pages, shells and spreadsheets. */
export const SAMPLE_LABELS: readonly [string | null, ...(string | null)[]] = [
  'Beamline 7 to Northfield, night shift',
  null,
  'Reconstruction while scanning',
  'Überwachung Strahlrohr 7 – Nachtschicht ✨',
  'x',
  '測定データ 第七ビームライン',
  `Don't stop! $HOME "quotes" \`ticks\` & <b>tags</b>`,
  '=1+1',
  null,
  'قياسات الليل',
  'A label that goes on for as long as the service lets it, because somebody pasted the whole shift plan here',
  '-rf /tmp/frames',
  'Cryo-EM session 12',
  'survey-night-204',
  'nanopore run 88',
  '👩‍🔬🔭 alert stream',
];
