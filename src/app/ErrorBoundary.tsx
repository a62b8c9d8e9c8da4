import { Component, type ReactNode } from 'react';

interface Props {
  /** A new value gives the children another chance, for example the next page's path. */
  resetKey: string;
  /** What to show in place of the children. */
  fallback: (error: unknown) => ReactNode;
  children: ReactNode;
}

interface State {
  resetKey: string;
  caught: { error: unknown } | null;
}

/** Catches what its children throw while they render. React supports this only in class components. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { resetKey: this.props.resetKey, caught: null };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { caught: { error } };
  }

  static getDerivedStateFromProps({ resetKey }: Props, state: State): Partial<State> | null {
    return resetKey === state.resetKey ? null : { resetKey, caught: null };
  }

  override render(): ReactNode {
    const { caught } = this.state;
    return caught ? this.props.fallback(caught.error) : this.props.children;
  }
}
