import { safeParse } from 'valibot';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { extractRequestId } from '../../http/errorDocument.ts';
import { ListDocument, nextPageQuery, type PageQuery } from '../../http/jsonApi.ts';
import { parseBody } from '../../http/parseBody.ts';
import { getOwnProperty } from '../../http/untrustedJson.ts';
import { TunnelResource, toTunnel } from '../tunnelDocument.ts';

/** A page of tunnels, as a difference to what the reader returned before. */
export interface TunnelPageDelta {
  /** The page's tunnels in their order, each by the number that the reader assigned to it. */
  numbers: Int32Array;
  /** The tunnels that are new or changed. */
  changed: [number: number, tunnel: Tunnel][];
  /** How many tunnels couldn't be parsed. */
  unreadable: number;
  next: PageQuery | null;
  requestId: string | null;
}

interface KnownTunnel {
  number: number;
  /** The item's JSON, to see at once whether it changed. */
  json: string;
}

/** Parses pages of GET /v2/tunnels. Remembers their tunnels, so that those that didn't change are skipped. */
export class TunnelPageReader {
  readonly #byId = new Map<string, KnownTunnel>();

  /**
   * Parses a page.
   *
   * @param secrets the tokens of the session, which are removed from the document
   * @returns null when it isn't a list; http.ts then reports the problem
   */
  read(bytes: ArrayBuffer, secrets: readonly string[]): TunnelPageDelta | null {
    const { document } = parseBody(bytes, secrets);
    const list = safeParse(ListDocument, document);
    if (!list.success) return null;
    const numbers: number[] = [];
    const changed: TunnelPageDelta['changed'] = [];
    for (const item of list.output.data) {
      const json = JSON.stringify(item);
      const known = this.#byId.get(String(getOwnProperty(item, 'id')));
      if (known?.json === json) {
        numbers.push(known.number);
        continue;
      }
      const parsed = safeParse(TunnelResource, item);
      if (!parsed.success) continue;
      const number = known?.number ?? this.#byId.size;
      this.#byId.set(parsed.output.id, { number, json });
      numbers.push(number);
      changed.push([number, toTunnel(parsed.output)]);
    }
    return {
      numbers: Int32Array.from(numbers),
      changed,
      unreadable: list.output.data.length - numbers.length,
      next: nextPageQuery(list.output),
      requestId: extractRequestId(document),
    };
  }
}
