import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { namespaced } from '../../browser/namespace.ts';
import {
  joinRequestedStops,
  recordRequestedStop,
  removeRequestedStop,
  requestedStops,
} from './requestedStops.ts';

let otherTab: BroadcastChannel;
const received: unknown[] = [];

beforeAll(() => {
  joinRequestedStops();
  otherTab = new BroadcastChannel(namespaced('stops'));
  otherTab.onmessage = ({ data }) => received.push(data);
});

afterAll(() => otherTab.close());

test('sends requested and rejected stops to the other tabs', async () => {
  recordRequestedStop('mine');
  removeRequestedStop('mine');
  await vi.waitFor(() => expect(received).toEqual([{ requested: 'mine' }, { rejected: 'mine' }]));
  expect(requestedStops().has('mine')).toBe(false);
});

test('receives stops from the other tabs, and ignores unknown messages', async () => {
  for (const message of ['text', null, 7, { requested: 7 }, { requested: '' }, { rejected: null }, {}])
    otherTab.postMessage(message);
  otherTab.postMessage({ requested: 'theirs' });
  otherTab.postMessage({ requested: 'rejected-later' });
  await vi.waitFor(() => expect([...requestedStops()]).toEqual(['theirs', 'rejected-later']));
  otherTab.postMessage({ rejected: 'rejected-later' });
  await vi.waitFor(() => expect([...requestedStops()]).toEqual(['theirs']));
});
