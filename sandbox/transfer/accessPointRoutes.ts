import { Hono } from 'hono';
import type { AccessPoint } from '../world/sites.ts';
import { accessPointDocument } from './documents.ts';
import { notFound } from './errors.ts';
import { checkBoolean, checkString, parseUuid } from './fieldChecks.ts';
import { methodNotAllowed } from './methodNotAllowed.ts';
import { nextLink, parsePathUuid, QueryReader } from './queryReader.ts';
import type { TransferDeps, TransferEnv } from './transferEnv.ts';

const LIST = '/v2/stream_access_points';
const ONE = '/v2/stream_access_points/:stream_access_point_uuid';

/** Returns the routes of stream access points. Every signed-in user can see all of them. */
export function accessPointRoutes({ world, settings }: TransferDeps): Hono<TransferEnv> {
  const app = new Hono<TransferEnv>();

  app.get(LIST, (c) => {
    const query = new QueryReader(c);
    const { limit, marker = 0 } = query.page(settings.choices.highestPageLimit);
    const text = query.read('filter[fulltext]', checkString(1000));
    const onlyAdministered = query.read('filter[endpoint_admin]', checkBoolean) ?? false;
    query.throwIfInvalid();
    const { identityIds } = c.var.caller;
    const found = search(world.sites.accessPoints(), text).filter(
      ({ endpointId }) => !onlyAdministered || world.sites.isAdministrator(identityIds, endpointId),
    );
    const end = marker + limit;
    const links = nextLink(c, end < found.length ? end : undefined);
    return c.json({
      data: found.slice(marker, end).map(accessPointDocument),
      // Unlike a list of tunnels, the recorded list has no `links` where it ends.
      ...(links && { links }),
      meta: { request_id: c.var.requestId },
    });
  });
  app.all(LIST, methodNotAllowed('GET', 'HEAD'));

  app.get(ONE, (c) => {
    const id = parsePathUuid(c, 'stream_access_point_uuid');
    const accessPoint = world.sites.accessPoint(id);
    if (!accessPoint) throw notFound('stream access point', id);
    return c.json({ data: accessPointDocument(accessPoint), meta: { request_id: c.var.requestId } });
  });
  app.all(ONE, methodNotAllowed('GET', 'HEAD'));
  return app;
}

/** Returns the access points that have all words in any attribute, ignoring case. A UUID finds one access point. */
function search(all: readonly AccessPoint[], text: string | undefined): readonly AccessPoint[] {
  const words = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return all;
  const uuid = words.length === 1 ? parseUuid(words[0] ?? '') : undefined;
  if (uuid !== undefined) return all.filter(({ id }) => id === uuid);
  return all.filter(({ searchText }) => words.every((word) => searchText.includes(word)));
}
