/**
 * Where the person is: `#/uploads/<id>?status=…`. Addresses can be kept and handed on; what they show is asked for anew.
 */

/** @return {{segments: string[], parameters: URLSearchParams}} */
export function place() {
  const [address, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return { segments: address.split('/').filter(Boolean).map(decodeURIComponent), parameters: new URLSearchParams(query) };
}

const KEPT = 'migrator.place';

/** Before the browser leaves for another site that leads back to this page. */
export function comeBackHere() {
  sessionStorage.setItem(KEPT, location.hash);
}

/** After it has come back. */
export function comeBack() {
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  if (kept && !location.hash) history.replaceState(null, '', kept);
}

/** Changes the parameters of the present address without a step in the browser's history. */
export function keep(parameters) {
  const [address] = location.hash.split('?');
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  const text = query.toString();
  history.replaceState(null, '', `${address || '#/'}${text ? `?${text}` : ''}`);
}
