import type { Outcome } from '../../domain/tunnel/outcome.ts';
import type { TunnelState } from '../../domain/tunnel/state.ts';
import styles from './StateShape.module.css';

/** Draws a state as a shape with a color; what needs attention has a shape of its own. */
export function StateShape({
  state,
  severity = 'quiet',
}: {
  state: TunnelState;
  severity?: Outcome['severity'];
}) {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      aria-hidden="true"
      className={styles.shape}
      data-state={state}
      data-severity={severity}
    >
      {severity === 'quiet' ? STATE_SHAPES[state] : SEVERITY_SHAPES[severity]}
    </svg>
  );
}

const ring = { cx: 7, cy: 7, r: 5, fill: 'none', stroke: 'currentColor', strokeWidth: 2 } as const;

const STATE_SHAPES = {
  UNINITIALIZED: <circle {...ring} />,
  AWAITING_LISTENER: <path d="M3 1.5h8v1.6L8 7l3 3.9v1.6H3v-1.6L6 7 3 3.1z" fill="currentColor" />,
  ACTIVE: <circle cx="7" cy="7" r="6" fill="currentColor" />,
  STOPPING: (
    <>
      <circle {...ring} />
      <path d="M7 2a5 5 0 0 0 0 10z" fill="currentColor" />
    </>
  ),
  STOPPED: <rect x="2" y="2" width="10" height="10" rx="1" fill="currentColor" />,
  unknown: <circle {...ring} strokeDasharray="2.2 2" />,
} as const satisfies Record<TunnelState, unknown>;

const SEVERITY_SHAPES = {
  critical: <path d="m2.5 2.5 9 9m0-9-9 9" fill="none" stroke="currentColor" strokeWidth="3" />,
  warning: (
    <path d="M7 1 13.5 13H.5zM6.2 5v4h1.6V5zm0 5.2v1.5h1.6v-1.5z" fill="currentColor" fillRule="evenodd" />
  ),
} as const;
