import { safeParse } from 'valibot';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { extractRequestId } from '../../http/errorDocument.ts';
import { ListDocument, nextPageQuery } from '../../http/jsonApi.ts';
import { parseBody } from '../../http/parseBody.ts';
import { TunnelResource, toTunnel } from '../tunnelDocument.ts';

/** A page of tunnels, told by what changed since the reader last told of the same tunnels. */
export interface TunnelPageDelta {
  /** The page's tunnels in its order, each by the number the reader gave it. */
  numbers: Int32Array;
  /** Those that are new or changed, with their numbers. */
  changed: [number: number, tunnel: Tunnel][];
  unreadable: number;
  next: Record<string, string> | null;
  requestId: string | null;
}

interface Known {
  number: number;
  /** The item as it was read, to tell at a glance that it is the same. */
  text: string;
}

/**
 * Reads pages of GET /v2/tunnels one after the other and remembers them, so that what is the same is neither
 * checked, converted nor told again.
 */
export class TunnelPageReader {
  readonly #byId = new Map<string, Known>();

  /** Reads one page, its call's token taken out; null when it is no list, which http.ts says better. */
  read(bytes: ArrayBuffer, secret: string): TunnelPageDelta | null {
    const { document } = parseBody(bytes, secret);
    const list = safeParse(ListDocument, document);
    if (!list.success) return null;
    const numbers: number[] = [];
    const changed: TunnelPageDelta['changed'] = [];
    for (const item of list.output.data) {
      const text = JSON.stringify(item);
      const known = this.#byId.get(idOf(item));
      if (known?.text === text) {
        numbers.push(known.number);
        continue;
      }
      const read = safeParse(TunnelResource, item);
      if (!read.success) continue;
      const number = known?.number ?? this.#byId.size;
      this.#byId.set(read.output.id, { number, text });
      numbers.push(number);
      changed.push([number, toTunnel(read.output)]);
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

function idOf(item: unknown): string {
  return typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : '';
}
