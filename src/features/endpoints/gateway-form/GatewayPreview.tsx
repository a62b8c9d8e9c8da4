import { createGatewayCommand, updateGatewayCommand } from '../../../domain/commands/gatewayCommands.ts';
import { shellQuote } from '../../../domain/commands/shellQuote.ts';
import {
  draftDifferences,
  type GatewayDraft,
  type ParsedGatewayDraft,
} from '../../../domain/site/gatewayDraft.ts';
import type { GatewaySettings, StreamGateway } from '../../../domain/site/streamGateway.ts';
import { CommandLine } from '../../../ui/controls/CommandLine.tsx';
import { PageCard } from '../PageCard.tsx';
import { AccessEffect } from './AccessEffect.tsx';
import { GatewayChanges } from './GatewayChanges.tsx';

const POLICY_SETTINGS: readonly (keyof GatewaySettings)[] = [
  'allowedDomains',
  'identityMappings',
  'usersAllowed',
  'usersDenied',
];

/** Shows what saving would do: each change, who would lose access, and the same as a command. */
export function GatewayPreview({
  gateway,
  saved,
  draft,
  parsed,
}: {
  /** null for a new one. */
  gateway: StreamGateway | null;
  saved: GatewayDraft;
  draft: GatewayDraft;
  parsed: ParsedGatewayDraft;
}) {
  const changes = draftDifferences(saved, draft);
  if (parsed.kind === 'errors') {
    return (
      <PageCard title="Changes">
        <p className="muted">Correct the fields above to see what saving does.</p>
      </PageCard>
    );
  }
  const { settings } = parsed;
  if (Object.keys(settings).length === 0) {
    return (
      <PageCard title="Changes">
        <p className="muted">Nothing has changed.</p>
      </PageCard>
    );
  }
  const command = gateway ? updateGatewayCommand(gateway.id, settings) : createGatewayCommand(settings);
  return (
    <PageCard title="Changes">
      {gateway && (
        <GatewayChanges label="Your changes" changes={changes.filter(({ field }) => field in settings)} />
      )}
      {gateway && POLICY_SETTINGS.some((name) => name in settings) && (
        <AccessEffect gateway={gateway} settings={settings} />
      )}
      <CommandLine
        caption="The same as a command on the endpoint’s server. Check the options with --help for your version."
        text={shellQuote(command)}
      />
    </PageCard>
  );
}
