// Reads long lists of tunnels beside the page, so that it stays quick under the hand: parsing 5,000 of them takes
// longer than a frame. One page in, its changes out, in parts that are each unpacked quickly.

import type { TunnelPageAnswer, TunnelPageQuestion } from './tunnelPageMessages.ts';
import { TunnelPageReader } from './tunnelPageReader.ts';

const TUNNELS_A_PART = 250;

const reader = new TunnelPageReader();

addEventListener('message', ({ data }: MessageEvent<TunnelPageQuestion>) => {
  const page = reader.read(data.bytes, data.secret);
  if (!page) return tell({ page });
  const { changed, ...rest } = page;
  for (let start = 0; start < changed.length; start += TUNNELS_A_PART) {
    tell({ changed: changed.slice(start, start + TUNNELS_A_PART) });
  }
  tell({ page: rest });
});

function tell(answer: TunnelPageAnswer): void {
  postMessage(answer);
}
