/** An SMTP server on loopback that accepts every message and delivers none. */
import { createServer } from 'node:http';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** One accepted message. */
export interface Sent {
  readonly from: string;
  /** Everyone who would have received it; Bcc recipients are seen only here. */
  readonly to: readonly string[];
  /** The message as it came over the wire, one character per byte. */
  readonly raw: string;
  readonly mail: Email;
}

export interface Sink {
  readonly port: number;
  /** `GET` gives the messages as JSON, `DELETE` forgets them. */
  readonly controlUrl: string;
  messages(): readonly Sent[];
  clear(): void;
  stop(): Promise<void>;
}

export async function startSink(): Promise<Sink> {
  let sent: Sent[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: 40 * 1024 * 1024,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? 'someone' }),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks);
        PostalMime.parse(bytes).then((mail) => {
          const from = session.envelope.mailFrom;
          sent.push({
            from: from === false ? '' : from.address,
            to: session.envelope.rcptTo.map(({ address }) => address),
            raw: bytes.toString('latin1'),
            mail,
          });
          done();
        }, done);
      });
    },
  });
  const port = await new Promise<number>((resolve, reject) => {
    smtp.once('error', reject);
    const server = smtp.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address && typeof address === 'object') resolve(address.port);
    });
  });
  // A webmail that drops its connection must not end the test run.
  smtp.on('error', () => {});

  const control = createServer((request, response) => {
    if (request.method === 'DELETE') sent = [];
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(sent.map(({ from, to, raw }) => ({ from, to, raw }))));
  });
  const controlUrl = await new Promise<string>((resolve, reject) => {
    control.once('error', reject);
    control.listen(0, '127.0.0.1', () => {
      const address = control.address();
      if (address && typeof address === 'object') resolve(`http://127.0.0.1:${address.port}`);
    });
  });
  return {
    port,
    controlUrl,
    messages: () => sent,
    clear() {
      sent = [];
    },
    async stop() {
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
      await new Promise<void>((resolve) => {
        control.close(() => resolve());
        control.closeAllConnections();
      });
    },
  };
}
