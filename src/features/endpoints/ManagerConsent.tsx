import { manageCollectionsScope } from '../../session/tokens/scopes.ts';
import { ConsentRequest } from '../../ui/gateway/ConsentRequest.tsx';

/** Asks for the permission to call the GCS Manager of an endpoint, with what it returns named. */
export function ManagerConsent({ endpointId, content }: { endpointId: string; content: string }) {
  return (
    <ConsentRequest scope={manageCollectionsScope(endpointId)} label={`View ${content}`}>
      The endpoint’s GCS Manager stores the {content}. To view them, Globus asks you for permission to manage
      the endpoint’s collections. Globus has no narrower permission.
    </ConsentRequest>
  );
}
