/**
 * Labels as people write them, including ones that break careless pages, shells and spreadsheets. The first ten belong
 * to the tunnels that people see first, so the strangest ones come after them.
 */
export const SAMPLE_LABELS: readonly [string | null, ...(string | null)[]] = [
  'Beamline 7 to Northfield, night shift',
  null,
  'Reconstruction while scanning',
  'Überwachung Strahlrohr 7 – Nachtschicht ✨',
  'nanopore run 88',
  '測定データ 第七ビームライン',
  `Don't stop! $HOME "quotes" \`ticks\` & <b>tags</b>`,
  'survey-night-204',
  null,
  'قياسات الليل',
  'A label that is as long as the service allows, because someone pasted the whole shift plan of the week',
  '-rf /tmp/frames',
  'Cryo-EM session 12',
  '=1+1',
  'x',
  '👩‍🔬🔭 alert stream',
];
