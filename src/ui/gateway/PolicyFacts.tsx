import type { ReactNode } from 'react';
import type { EndpointNode } from '../../domain/site/endpointNode.ts';
import { addressesOnNetwork, mappingSentences, signInAgeText } from '../../domain/site/policyWords.ts';
import type { GatewaySettings, StreamGateway } from '../../domain/site/streamGateway.ts';
import { Fact } from '../text/Fact.tsx';
import { FactGrid } from '../text/FactGrid.tsx';
import styles from './PolicyFacts.module.css';

const MAX_LISTED = 50;

/** By run_as_local_user. */
const RUNS_AS = {
  true: 'The mapped user, who needs a local account',
  false: 'The user gcsweb, without a local account',
} as const;

/** Shows the policy of a stream gateway in words. A setting that couldn't be read is unknown. */
export function PolicyFacts({
  gateway,
  nodes,
}: {
  gateway: StreamGateway;
  /** The nodes of the endpoint, if they are known: for their addresses on the gateway's network. */
  nodes?: readonly EndpointNode[] | undefined;
}) {
  const setting = (name: keyof GatewaySettings, value: ReactNode) =>
    gateway.unreadable.includes(name) || value === null ? <span className="muted">Unknown</span> : value;
  const { runsAsLocalUser, requiresLanSecret, lanName } = gateway;
  return (
    <FactGrid>
      <Fact name="Allowed domains">{setting('allowedDomains', listed(gateway.allowedDomains, 'Any'))}</Fact>
      <Fact name="Last sign-in within">
        {setting('authenticationTimeoutMinutes', signInAgeText(gateway))}
      </Fact>
      <Fact name="Identity mapping">
        {setting('identityMappings', <Sentences texts={mappingSentences(gateway.identityMappings)} />)}
      </Fact>
      <Fact name="Allowed users">{setting('usersAllowed', listed(gateway.usersAllowed, 'Anyone'))}</Fact>
      <Fact name="Denied users">{setting('usersDenied', listed(gateway.usersDenied, 'None'))}</Fact>
      <Fact name="Runs as">
        {setting('runsAsLocalUser', runsAsLocalUser === null ? null : RUNS_AS[`${runsAsLocalUser}`])}
      </Fact>
      <Fact name="LAN secret">
        {setting(
          'requiresLanSecret',
          requiresLanSecret === null ? null : requiresLanSecret ? 'Required' : 'Not required',
        )}
      </Fact>
      <Fact name="Network">
        {setting('lanName', lanName === null ? 'All networks of the nodes' : <bdi>{lanName}</bdi>)}
      </Fact>
      {nodes && <Fact name="Addresses on it">{addresses(addressesOnNetwork(nodes, lanName))}</Fact>}
    </FactGrid>
  );
}

function listed(texts: readonly string[] | null, none: string): ReactNode {
  if (texts === null || texts.length === 0) return none;
  const more = texts.length - MAX_LISTED;
  return (
    <>
      <bdi>{texts.slice(0, MAX_LISTED).join(', ')}</bdi>
      {more > 0 && ` and ${more.toLocaleString('en')} more`}
    </>
  );
}

function Sentences({ texts }: { texts: readonly string[] }) {
  if (texts.length === 1) return <bdi>{texts[0]}</bdi>;
  return (
    <ol className={styles.sentences}>
      {texts.map((text, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules may be alike, and never move
        <li key={place} dir="auto">
          {text}
        </li>
      ))}
    </ol>
  );
}

function addresses(texts: readonly string[]): ReactNode {
  if (texts.length === 0) return 'None: no node is on this network';
  return <span className="mono">{texts.join(', ')}</span>;
}
