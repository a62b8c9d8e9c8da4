import type { MiddlewareHandler } from 'hono';

/**
 * Refuses calls of web pages: a page of any site that a developer visits can send requests to this port. Browsers mark
 * them with `Origin` or `Sec-Fetch-Site`; curl, scripts and a typed address have neither, or `none`. A body must be
 * JSON by its content type, because HTML forms can send any text, but not with that type.
 */
export function refuseForeignCalls(): MiddlewareHandler {
  return async (c, next) => {
    const { origin } = new URL(c.req.url);
    const caller = c.req.header('Origin');
    const site = c.req.header('Sec-Fetch-Site') ?? 'none';
    if ((caller !== undefined && caller !== origin) || !['none', 'same-origin'].includes(site))
      return c.json({ error: 'The control API takes no calls of web pages.' }, 403);
    const type = c.req.header('Content-Type');
    const hasBody =
      (c.req.header('Content-Length') ?? '0') !== '0' || c.req.header('Transfer-Encoding') !== undefined;
    if ((hasBody || type !== undefined) && !/^application\/json\s*(;|$)/i.test(type ?? '')) {
      const received = type === undefined ? 'it is missing' : `not ${JSON.stringify(type)}`;
      return c.json(
        {
          error: `A request with a body needs the header Content-Type: application/json; ${received}.`,
          example: `curl --json '{"minutes":5}' ${origin}/clock/advance`,
        },
        415,
      );
    }
    return next();
  };
}
