import { Hono } from 'hono';
import { eventDocument } from './documents.ts';
import { checkBoolean, checkString } from './fieldChecks.ts';
import { methodNotAllowed } from './methodNotAllowed.ts';
import { nextLink, QueryReader } from './queryReader.ts';
import type { TransferDeps, TransferEnv } from './transferEnv.ts';
import { findTunnel } from './tunnelRoutes.ts';

const EVENTS = '/v2/tunnels/:tunnel_uuid/events';

/** Returns the route of a tunnel's events. By default the oldest come first, as in recorded responses of Globus. */
export function tunnelEventRoutes(deps: TransferDeps): Hono<TransferEnv> {
  const app = new Hono<TransferEnv>();
  app.get(EVENTS, (c) => {
    const query = new QueryReader(c);
    const { eventSort, eventPageSize, choices } = deps.settings;
    const { limit, marker } = query.page(choices.highestPageLimit);
    const isBefore = (a: number, b: number) => (eventSort === 'oldest' ? a < b : a > b);
    const code = query.read('code_name', checkString(200));
    const isError = query.read('is_error', checkBoolean);
    query.mutuallyExclusive('code_name', 'is_error');
    query.throwIfInvalid();
    const tunnel = findTunnel(c, deps);
    // A marker is the ID of the last event on the page, so that new events don't shift the pages.
    const matching = tunnel.events
      .filter((event) => code === undefined || event.code === code)
      .filter((event) => isError === undefined || event.isError === isError)
      .filter((event) => marker === undefined || isBefore(marker, event.id))
      .sort((a, b) => (isBefore(a.id, b.id) ? -1 : 1));
    const page = matching.slice(0, Math.min(limit, eventPageSize ?? limit));
    return c.json({
      data: page.map((event) => eventDocument(event, choices.eventIds)),
      links: nextLink(c, page.length < matching.length ? page.at(-1)?.id : undefined),
      meta: { request_id: c.var.requestId },
    });
  });
  app.all(EVENTS, methodNotAllowed('GET', 'HEAD'));
  return app;
}
