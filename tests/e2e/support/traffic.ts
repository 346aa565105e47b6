/** A proxy that every request of a browser must pass: loopback gets through, everything else is refused, and all of it is written down. */
import { readFile } from 'node:fs/promises';
import { createServer, request as forward } from 'node:http';
import type { Duplex } from 'node:stream';
import * as v from 'valibot';

export interface SeenRequest {
  /** Full address of plain requests; `host:port` of a tunnel. */
  readonly address: string;
  readonly method: string;
  /** The `Origin` header: an extension's own requests carry `chrome-extension://…`. */
  readonly origin: string | null;
  readonly answered: boolean;
}

export interface Traffic {
  readonly proxy: string;
  readonly requests: readonly SeenRequest[];
  /** Requests that wanted to leave this computer. */
  outside(): readonly SeenRequest[];
  stop(): Promise<void>;
}

const isLoopback = (host: string): boolean => host === '127.0.0.1' || host === 'localhost' || host === '[::1]';

export async function recordTraffic(): Promise<Traffic> {
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://unknown.invalid');
    const answered = isLoopback(url.hostname);
    requests.push({ address: url.href, method: request.method ?? '', origin: request.headers.origin ?? null, answered });
    if (!answered) {
      response.writeHead(502).end();
      return;
    }
    const onward = forward(url, { method: request.method, headers: request.headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.once('error', () => response.destroy());
    response.once('close', () => onward.destroy());
    request.pipe(onward);
  });
  server.on('connect', (request, socket: Duplex) => {
    requests.push({ address: request.url ?? '', method: 'CONNECT', origin: null, answered: false });
    socket.on('error', () => {});
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address && typeof address === 'object') resolve(address.port);
    });
  });
  return {
    proxy: `http://127.0.0.1:${port}`,
    requests,
    outside: () => requests.filter(({ answered }) => !answered),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A request as Chromium's network stack made it, whoever asked for it: page, frame, worker, extension or the browser itself. */
export interface NetworkRequest {
  readonly url: string;
  readonly method: string;
  /** The origin that asked; `null` for the browser itself. Content scripts ask in the name of their page. */
  readonly initiator: string | null;
}

const netLog = v.object({
  constants: v.object({ logEventTypes: v.record(v.string(), v.number()) }),
  events: v.array(
    v.looseObject({
      type: v.number(),
      params: v.optional(v.looseObject({ url: v.optional(v.string()), method: v.optional(v.string()), initiator: v.optional(v.string()) })),
    }),
  ),
});

/** Reads what `--log-net-log` wrote; the browser must have ended. */
export async function readNetLog(file: string): Promise<readonly NetworkRequest[]> {
  const { constants, events } = v.parse(netLog, JSON.parse(await readFile(file, 'utf8')));
  const started = constants.logEventTypes['URL_REQUEST_START_JOB'];
  if (started === undefined) throw new Error('This Chromium writes its network log in a way that is not known here.');
  return events.flatMap(({ type, params }) => {
    if (type !== started || !params?.url) return [];
    const { url, method = '', initiator } = params;
    return [{ url, method, initiator: initiator === undefined || initiator === 'not an origin' ? null : initiator }];
  });
}
