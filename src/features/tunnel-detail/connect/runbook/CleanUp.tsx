import { cleanUpCommand } from '../../../../domain/commands/hostCommands.ts';
import { shellQuote } from '../../../../domain/commands/shellQuote.ts';
import { CommandLine } from '../../../../ui/controls/CommandLine.tsx';

/** Explains what to remove from the hosts after a tunnel has served its purpose. */
export function CleanUp({ tunnelId }: { tunnelId: string }) {
  return (
    <section className="card" aria-labelledby="clean-up">
      <h3 id="clean-up">When you’re done</h3>
      <CommandLine
        caption="On each host, remove this tunnel’s configuration. Your version of the tools may not have this command."
        text={shellQuote(cleanUpCommand(tunnelId))}
      />
    </section>
  );
}
