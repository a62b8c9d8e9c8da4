import type { ServerResponse } from 'node:http';

/** A response that has been written but not sent. */
export interface BufferedResponse {
  status: number;
  body: Buffer;
}

/**
 * Buffers everything that is written to a response, so that it can be truncated, changed or replaced. Headers stay on
 * the response. `complete` resolves when the handler has ended the response; `release` restores its own methods.
 */
export function bufferResponse(response: ServerResponse): {
  complete: Promise<BufferedResponse>;
  release: () => void;
} {
  const original = {
    writeHead: response.writeHead,
    write: response.write,
    end: response.end,
    flushHeaders: response.flushHeaders,
  };
  const chunks: Buffer[] = [];
  const collect = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string') {
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    } else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const invokeCallback = (...candidates: unknown[]) => {
    for (const candidate of candidates)
      if (typeof candidate === 'function') queueMicrotask(() => candidate());
  };
  const complete = new Promise<BufferedResponse>((resolve) => {
    response.writeHead = ((status: number, ...rest: unknown[]) => {
      response.statusCode = status;
      setHeaders(response, rest.at(-1));
      return response;
    }) as typeof response.writeHead;
    response.flushHeaders = () => {};
    response.write = ((chunk: unknown, encoding?: unknown, callback?: unknown) => {
      collect(chunk, encoding);
      invokeCallback(encoding, callback);
      return true;
    }) as typeof response.write;
    response.end = ((chunk?: unknown, encoding?: unknown, callback?: unknown) => {
      collect(chunk, encoding);
      invokeCallback(chunk, encoding, callback);
      resolve({ status: response.statusCode, body: Buffer.concat(chunks) });
      return response;
    }) as typeof response.end;
  });
  return { complete, release: () => Object.assign(response, original) };
}

/** Sets headers given in either form that `writeHead` accepts: a flat list of names and values, or an object. */
function setHeaders(response: ServerResponse, headers: unknown): void {
  if (Array.isArray(headers)) {
    for (let index = 0; index + 1 < headers.length; index += 2) {
      response.appendHeader(String(headers[index]), String(headers[index + 1]));
    }
  } else if (typeof headers === 'object' && headers !== null) {
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined) response.setHeader(name, value as string | string[]);
    }
  }
}
