import { Hono } from 'hono';
import { eventDocument } from './documents.ts';
import { checkBoolean, checkString } from './fieldChecks.ts';
import { methodNotAllowed } from './methodNotAllowed.ts';
import { nextLink, QueryReader } from './queryReader.ts';
import type { TransferDeps, TransferEnv } from './transferEnv.ts';
import { findTunnel } from './tunnelRoutes.ts';

const EVENTS = '/v2/tunnels/:tunnel_uuid/events';

/** What happened to a tunnel: oldest first, as Globus has been seen to tell it, unless control turns it round. */
export function tunnelEventRoutes(setUp: TransferDeps): Hono<TransferEnv> {
  const app = new Hono<TransferEnv>();
  app.get(EVENTS, (c) => {
    const query = new QueryReader(c);
    const { limit, marker } = query.page();
    const { eventSort, eventPageSize = limit } = setUp.settings;
    const isBefore = (a: number, b: number) => (eventSort === 'oldest' ? a < b : a > b);
    const code = query.read('code_name', checkString(200));
    const isError = query.read('is_error', checkBoolean);
    query.mutuallyExclusive('code_name', 'is_error');
    query.throwIfInvalid();
    const tunnel = findTunnel(c, setUp);
    // A marker is the last event shown, so that pages stay right while new events come in.
    const found = tunnel.events
      .filter((event) => code === undefined || event.code === code)
      .filter((event) => isError === undefined || event.isError === isError)
      .filter((event) => marker === undefined || isBefore(marker, event.id))
      .sort((a, b) => (isBefore(a.id, b.id) ? -1 : 1));
    const shown = found.slice(0, Math.min(limit, eventPageSize));
    return c.json({
      data: shown.map(eventDocument),
      links: nextLink(c, shown.length < found.length ? shown.at(-1)?.id : undefined),
      meta: { request_id: c.var.requestId },
    });
  });
  app.all(EVENTS, methodNotAllowed('GET', 'HEAD'));
  return app;
}
