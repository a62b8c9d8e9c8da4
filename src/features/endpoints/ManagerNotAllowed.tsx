import { runtimeConfig } from '../../config/runtimeConfig.ts';
import { Notice } from '../../ui/notices/Notice.tsx';

/** Says that the page's policy doesn't let it call a GCS Manager, and who can change that. */
export function ManagerNotAllowed({ managerUrl }: { managerUrl: string }) {
  const { origin } = new URL(managerUrl);
  return (
    <Notice tone="warning" role="none" title="This dashboard can’t call this GCS Manager">
      <p>
        Its address isn’t on the dashboard’s list of allowed addresses (
        {runtimeConfig().gcsManagerUrls.join(', ')}
        ). Ask the people who host this dashboard to add <code>{origin}</code> to <code>gcsManagerUrls</code>{' '}
        in <code>config.json</code>, and to the Content-Security-Policy of their server.
      </p>
    </Notice>
  );
}
