// How CouchDB speaks: JSON with a line feed at the end, and refusals as `{error, reason}` with a status.

export type Json = Readonly<Record<string, unknown>>;

/** A refusal in CouchDB's words; thrown inside the stand-in, and always answered. */
export class CouchRefusal extends Error {
  readonly status: number;
  readonly error: string;
  readonly reason: string;

  constructor(status: number, error: string, reason: string) {
    super(`${status} ${error}: ${reason}`);
    this.status = status;
    this.error = error;
    this.reason = reason;
  }
}

export const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });

export const badRequest = (reason: string) => new CouchRefusal(400, 'bad_request', reason);
export const unauthorized = (reason: string) => new CouchRefusal(401, 'unauthorized', reason);
export const forbidden = (reason: string) => new CouchRefusal(403, 'forbidden', reason);
export const notFound = (reason: string) => new CouchRefusal(404, 'not_found', reason);
export const conflict = () => new CouchRefusal(409, 'conflict', 'Document update conflict.');

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The body as JSON; CouchDB is strict about the content type of a POST, not of a PUT. */
export async function readJson(request: Request): Promise<unknown> {
  if (request.method === 'POST' && !/^application\/json\b/i.test(request.headers.get('Content-Type') ?? ''))
    throw new CouchRefusal(415, 'bad_content_type', 'Content-Type must be application/json');
  try {
    return JSON.parse(await request.text());
  } catch {
    throw badRequest('invalid UTF-8 JSON');
  }
}
