// Fetches and parses long lists of tunnels off the main thread, where 5,000 of them would block many frames. Sends
// back only what changed, in parts that the page can deserialize quickly.

import { callService } from '../../http/serviceCall.ts';
import { type TunnelPageDelta, TunnelPageReader } from './pageReader.ts';
import type { UnparsedResponse, WorkerRequest, WorkerResponse } from './workerMessages.ts';

const TUNNELS_PER_PART = 250;

type FetchRequest = Extract<WorkerRequest, { url: string }>;

const reader = new TunnelPageReader();
const fetches = new Map<number, AbortController>();

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  if ('cancelId' in data) fetches.get(data.cancelId)?.abort();
  else if ('bytes' in data) sendPage(data.id, reader.read(data.bytes, data.secrets), null);
  else void fetchPage(data);
});

async function fetchPage({ id, url, token, secrets }: FetchRequest): Promise<void> {
  const controller = new AbortController();
  fetches.set(id, controller);
  try {
    const response = await callService(url, { method: 'GET', token, signal: controller.signal });
    const bytes = await response.arrayBuffer();
    const { ok, status, headers } = response;
    const page = ok ? reader.read(bytes, secrets) : null;
    sendPage(id, page, { status, headers: [...headers], bytes });
  } catch {
    send({ id, failed: true });
  } finally {
    fetches.delete(id);
  }
}

function sendPage(id: number, page: TunnelPageDelta | null, unparsed: UnparsedResponse | null): void {
  if (!page) {
    send({ id, unparsed });
    return;
  }
  const { changed, ...rest } = page;
  for (let start = 0; start < changed.length; start += TUNNELS_PER_PART) {
    send({ changed: changed.slice(start, start + TUNNELS_PER_PART) });
  }
  send({ id, page: rest });
}

function send(response: WorkerResponse): void {
  postMessage(response);
}
