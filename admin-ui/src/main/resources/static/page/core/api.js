/**
 * The service, as everybody else reaches it: REST under `/api/v1`. What goes wrong is thrown as a `Problem`. Without a session, a
 * request waits for the person to sign in and is then sent again, so that nothing on the screen is lost.
 */

const BASE = '/api/v1';
/** An answer to a question that has not come by then does not come: the service itself gives up long before. */
const ANSWERED_MILLIS = 15000;

/** Why a request has not been answered as wished: the service's problem document, or what stands for one. */
export class Problem extends Error {
  constructor({ status, code, detail, correlationId, retryAfter, body }) {
    super(detail || code);
    Object.assign(this, { status, code, correlationId, retryAfter, body });
  }

  /** Whether the same request may be answered later. */
  get passes() {
    return [0, 502, 503, 504].includes(this.status);
  }
}

class Connection extends EventTarget {
  #lost = false;

  get lost() { return this.#lost; }

  set lost(lost) {
    if (this.#lost === lost) return;
    this.#lost = lost;
    this.dispatchEvent(new Event('change'));
  }
}

/** Whether the service can be reached, as the last request has found out. */
export const connection = new Connection();

let signInAgain = () => Promise.reject(new Problem({ status: 401, code: 'UNAUTHENTICATED' }));

/** @param ask comes back when the person has signed in */
export function whenSignedOut(ask) {
  signInAgain = ask;
}

export const get = (path, options = {}) => request(path, options).then((answer) => reached(answer.json()));

export const post = (path, options = {}) =>
  request(path, { ...options, method: 'POST' }).then((answer) => (answer.status === 202 || answer.status === 200 || answer.status === 201)
    ? answer.text().then((text) => (text ? JSON.parse(text) : null)) : null);

/** A path below the API with its parameters; those without a value are left away. */
export function path(parts, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== ''));
  const text = query.toString();
  return `${BASE}/${parts.map(encodeURIComponent).join('/')}${text ? `?${text}` : ''}`;
}

async function request(address, { method = 'GET', body, headers = {}, signal, asks = true } = {}) {
  const answer = await send(address, { method, body, headers: { Accept: 'application/json', ...headers, ...token(method) }, signal });
  if (answer.ok) return answer;
  const problem = await problemOf(answer);
  if (asks && problem.status === 401) {
    await signInAgain();
    return request(address, { method, body, headers, signal, asks });
  }
  if (asks && problem.code === 'CSRF_TOKEN_MISSING') {
    // The cookie is as old as the session; reading anything renews it.
    await send(path(['me']), { signal });
    return request(address, { method, body, headers, signal, asks: false });
  }
  throw problem;
}

function send(address, { signal, ...options }) {
  const limits = [signal, options.method === 'POST' ? null : AbortSignal.timeout(ANSWERED_MILLIS)].filter(Boolean);
  return reached(fetch(address, { credentials: 'same-origin', signal: limits.length ? AbortSignal.any(limits) : undefined, ...options }));
}

/** What is awaited from the service; where nothing comes, or it breaks off, the connection is lost. */
async function reached(awaited) {
  try {
    const answer = await awaited;
    connection.lost = false;
    return answer;
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    connection.lost = true;
    throw new Problem({ status: 0, code: 'UNREACHABLE' });
  }
}

/** The token against forged requests, from the cookie that the service has set. */
export function token(method = 'POST') {
  const cookie = document.cookie.split('; ').find((entry) => entry.startsWith('XSRF-TOKEN='));
  return method === 'GET' || !cookie ? {} : { 'X-XSRF-TOKEN': decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) };
}

async function problemOf(answer) {
  const body = await answer.json().catch(() => ({}));
  return problem(answer.status, body, answer.headers.get('Retry-After'));
}

/** A problem from what a request got for an answer. */
export function problem(status, body, retryAfter) {
  return new Problem({
    status,
    code: body.code ?? `HTTP_${status}`,
    detail: body.detail,
    correlationId: body.correlationId,
    retryAfter: Number.isFinite(Number(retryAfter)) ? Number(retryAfter) : undefined,
    body,
  });
}

/** Signs in by name and password; refused with a `Problem` when they are wrong. */
export async function signIn(name, password) {
  const answer = () => send('/login', {
    method: 'POST',
    headers: { Accept: 'application/json', ...token() },
    body: new URLSearchParams({ username: name, password }),
  });
  let first = await answer();
  if (first.status === 403) {
    await signInWays(); // sets the token's cookie
    first = await answer();
  }
  if (!first.ok) throw await problemOf(first);
}

export const signInWays = () => request(path(['sign-in']), { asks: false }).then((answer) => answer.json());

export const signOut = () => request('/logout', { method: 'POST', asks: false });

/** Who is signed in; null when nobody is. */
export async function whoAmI() {
  try {
    return await request(path(['me']), { asks: false }).then((answer) => answer.json());
  } catch (failure) {
    if (failure.status === 401) return null;
    throw failure;
  }
}

/**
 * Sends a file, telling how much of it has left.
 *
 * @param sent is called with the share, 0 to 1
 * @param key the same for every repeat: the file is taken once
 * @return the upload, with `replayed` when the file had come in before
 */
export async function upload(file, { key, sent, signal, asks = true }) {
  const answer = await transfer(file, { key, sent, signal });
  if (answer.status === 401 && asks) {
    await signInAgain();
    return upload(file, { key, sent, signal });
  }
  if (answer.status === 201) return answer.body;
  if (answer.status === 403 && answer.body.code === 'CSRF_TOKEN_MISSING' && asks) {
    await send(path(['me']), { signal });
    return upload(file, { key, sent, signal, asks: false });
  }
  throw problem(answer.status, answer.body, answer.retryAfter);
}

/** XMLHttpRequest, because fetch does not tell how much of a body has left. */
function transfer(file, { key, sent, signal }) {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', path(['uploads'], { fileName: file.name }));
    call.responseType = 'text';
    const headers = { 'Content-Type': contentType(file.name), 'Idempotency-Key': key, Accept: 'application/json', ...token() };
    Object.entries(headers).forEach(([name, value]) => call.setRequestHeader(name, value));
    call.upload.onprogress = (event) => event.lengthComputable && sent(event.loaded / event.total);
    call.onload = () => {
      connection.lost = false;
      resolve({ status: call.status, body: parsed(call.responseText), retryAfter: call.getResponseHeader('Retry-After') });
    };
    call.onerror = () => {
      connection.lost = true;
      reject(new Problem({ status: 0, code: 'UNREACHABLE' }));
    };
    call.onabort = () => reject(new DOMException('given up', 'AbortError'));
    signal.addEventListener('abort', () => call.abort(), { once: true });
    call.send(file);
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function contentType(name) {
  const ending = name.toLowerCase().split('.').pop();
  return { gz: 'application/gzip', zip: 'application/zip' }[ending] ?? 'text/csv';
}
