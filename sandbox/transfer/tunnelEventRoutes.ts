import { Hono } from 'hono';
import { eventDocument } from './documents.ts';
import { checkBoolean, checkText } from './fieldChecks.ts';
import { nextLink, QueryReader } from './queries.ts';
import { onlyMethods } from './routing.ts';
import type { TransferEnv, TransferSetUp } from './transferEnv.ts';
import { tunnelOfPath } from './tunnelRoutes.ts';

const EVENTS = '/v2/tunnels/:tunnel_uuid/events';

/** What happened to a tunnel, newest first. */
export function tunnelEventRoutes(setUp: TransferSetUp): Hono<TransferEnv> {
  const app = new Hono<TransferEnv>();
  app.get(EVENTS, (c) => {
    const query = new QueryReader(c);
    const { limit, marker } = query.page();
    const code = query.read('code_name', checkText(200));
    const isError = query.read('is_error', checkBoolean);
    query.notBoth('code_name', 'is_error');
    query.done();
    const tunnel = tunnelOfPath(c, setUp);
    // A marker is the last event shown, so that pages stay right while new events come in on top.
    const found = tunnel.events
      .filter((event) => code === undefined || event.code === code)
      .filter((event) => isError === undefined || event.isError === isError)
      .filter((event) => marker === undefined || event.id < marker)
      .sort((a, b) => b.id - a.id);
    const shown = found.slice(0, limit);
    return c.json({
      data: shown.map(eventDocument),
      links: nextLink(c, shown.length < found.length ? shown.at(-1)?.id : undefined),
      meta: { request_id: c.var.requestId },
    });
  });
  app.all(EVENTS, onlyMethods('GET', 'HEAD'));
  return app;
}
