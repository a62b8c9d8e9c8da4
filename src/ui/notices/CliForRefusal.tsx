import { cliCommandsForRefusal } from '../../domain/commands/cliCommands.ts';
import { shellQuote } from '../../domain/commands/shellQuote.ts';
import type { AuthorizationParameters } from '../../domain/sign-in/authorizationParameters.ts';
import { CommandLine } from '../controls/CommandLine.tsx';

/** The CLI commands that meet what a refusal requires; nothing if the CLI has none. */
export function CliForRefusal({
  required,
  scopes,
}: {
  required: AuthorizationParameters;
  scopes: readonly string[];
}) {
  const commands = cliCommandsForRefusal(required, scopes);
  if (commands.length === 0) return null;
  return (
    <details>
      <summary>For the Globus CLI</summary>
      <div className="stack">
        {commands.map(({ caption, args }) => (
          <CommandLine key={args.join(' ')} caption={caption} text={shellQuote(args)} />
        ))}
      </div>
    </details>
  );
}
