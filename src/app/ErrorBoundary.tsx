import { Component, type ReactNode } from 'react';
import { RootErrorPage } from './RootErrorPage.tsx';

interface Props {
  /** Where one is: another address gets another chance. */
  address: string;
  children: ReactNode;
}

interface State {
  address: string;
  error: unknown;
}

/** Catches what a page throws while it is drawn. React knows such nets as classes only. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { address: this.props.address, error: null };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error ?? 'unknown' };
  }

  static getDerivedStateFromProps({ address }: Props, state: State): Partial<State> | null {
    return address === state.address ? null : { address, error: null };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <RootErrorPage error={this.state.error} />;
  }
}
