const PATHS = {
  tunnels: 'M2 8h3m6 0h3M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6',
  'access-points':
    'M8 9.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM4.5 11.5a5 5 0 0 1 0-7m7 0a5 5 0 0 1 0 7M2.4 13.6a8 8 0 0 1 0-11.2m11.2 0a8 8 0 0 1 0 11.2',
  endpoints: 'M2.5 3h11v4h-11zM2.5 9h11v4h-11zM5 5h.5M5 11h.5',
  plus: 'M8 3v10M3 8h10',
  copy: 'M6 5.5h7v8H6zM10 5.5v-3H3v8h3',
  check: 'M3 8.5 6.5 12 13 4.5',
  swap: 'M3 5.5h9m-2.5-3 3 3-3 3M13 10.5H4m2.5-3-3 3 3 3',
  close: 'm4.5 4.5 7 7m0-7-7 7',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.6M13 2v3h-3',
  pause: 'M5.5 3.5v9m5-9v9',
  play: 'M5 3.5v9l7-4.5z',
  person: 'M8 8a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 8 8Zm-5.5 5.5a5.5 4 0 0 1 11 0',
  link: 'M6 10 13 3m0 0H9m4 0v4M11 9v4H3V5h4',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.3-1.2L13.5 13.5',
  star: 'm8 2 1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4l-3.7 2.1.8-4.2L2 6.4l4.2-.5z',
} as const;

/** A small line drawing. It is hidden from screen readers, because the text or label beside it says the same. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flex: 'none' }}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
