import type { ServerResponse } from 'node:http';

/** An answer that has been written but not sent. */
export interface BufferedResponse {
  status: number;
  body: Buffer;
}

/**
 * Holds back everything that is written to a response, so that it can be cut, shortened or replaced. Headers stay
 * on the response; calling `release` gives its own methods back. Resolves when the answer is complete.
 */
export function bufferResponse(response: ServerResponse): {
  complete: Promise<BufferedResponse>;
  release: () => void;
} {
  const own = {
    writeHead: response.writeHead,
    write: response.write,
    end: response.end,
    flushHeaders: response.flushHeaders,
  };
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string') {
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    } else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const callBack = (...candidates: unknown[]) => {
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
    response.write = ((chunk: unknown, encoding?: unknown, done?: unknown) => {
      keep(chunk, encoding);
      callBack(encoding, done);
      return true;
    }) as typeof response.write;
    response.end = ((chunk?: unknown, encoding?: unknown, done?: unknown) => {
      keep(chunk, encoding);
      callBack(chunk, encoding, done);
      resolve({ status: response.statusCode, body: Buffer.concat(chunks) });
      return response;
    }) as typeof response.end;
  });
  return { complete, release: () => Object.assign(response, own) };
}

/** The forms in which `writeHead` takes headers. */
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
