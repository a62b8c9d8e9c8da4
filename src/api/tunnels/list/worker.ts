// Asks for long lists of tunnels and reads them beside the page, so that it stays quick under the hand: receiving and
// parsing 5,000 of them takes many frames. One page in, its changes out, in parts that are each unpacked quickly.

import { callService } from '../../http/serviceCall.ts';
import { type TunnelPageDelta, TunnelPageReader } from './pageReader.ts';
import type { UnparsedResponse, WorkerRequest, WorkerResponse } from './workerMessages.ts';

const TUNNELS_A_PART = 250;

const reader = new TunnelPageReader();
const asked = new Map<number, AbortController>();

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  if ('cancelId' in data) asked.get(data.cancelId)?.abort();
  else if ('bytes' in data) tellPage(data.id, reader.read(data.bytes, data.secret), null);
  else void ask(data.id, data.address, data.token);
});

async function ask(id: number, address: string, token: string): Promise<void> {
  const controller = new AbortController();
  asked.set(id, controller);
  try {
    const response = await callService(address, { method: 'GET', token, signal: controller.signal });
    const bytes = await response.arrayBuffer();
    const { ok, status, headers } = response;
    const page = ok ? reader.read(bytes, token) : null;
    tellPage(id, page, { status, headers: [...headers], bytes });
  } catch {
    tell({ id, failed: true });
  } finally {
    asked.delete(id);
  }
}

function tellPage(id: number, page: TunnelPageDelta | null, unparsed: UnparsedResponse | null): void {
  if (!page) {
    tell({ id, unparsed });
    return;
  }
  const { changed, ...rest } = page;
  for (let start = 0; start < changed.length; start += TUNNELS_A_PART) {
    tell({ changed: changed.slice(start, start + TUNNELS_A_PART) });
  }
  tell({ id, page: rest });
}

function tell(answer: WorkerResponse): void {
  postMessage(answer);
}
