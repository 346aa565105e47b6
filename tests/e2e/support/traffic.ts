/** A proxy that every request of a browser must pass: loopback gets through, everything else is refused, and all of it is written down. */
import { createServer, request as forward } from 'node:http';
import type { Duplex } from 'node:stream';

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
