/**
 * Looks at a file's header before the file is sent, so that a mistake is told at once. The service decides all the same, and by
 * the same specs; what cannot be told here is left to it.
 */

const HEAD_BYTES = 256 * 1024;
const SEPARATORS = [',', ';', '\t', '|'];

/** The cells of a file's first record; null where they cannot be told, such as of an archive. */
export async function header(file) {
  if (/\.(gz|zip)$/i.test(file.name)) return null;
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const text = decoded(bytes);
  if (text === null) return null;
  const records = text.replace(/^(sep=[,;|\t]\r?\n?|\s*[\r\n])*/i, '');
  const candidates = SEPARATORS.map((separator) => firstRecord(records, separator)).filter(Boolean);
  const cells = candidates.sort((a, b) => b.length - a.length)[0];
  return cells ? cells.map((cell) => cell.trim()) : null;
}

function decoded(bytes) {
  const mark = [...bytes.slice(0, 2)];
  const encoding = mark[0] === 0xff && mark[1] === 0xfe ? 'utf-16le' : mark[0] === 0xfe && mark[1] === 0xff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  return text.includes('\0') ? null : text.replace(/^\uFEFF/, '');
}

/** Cells as RFC 4180 writes them; null when the record does not end within the text. */
export function firstRecord(text, separator) {
  const cells = [];
  let cell = '';
  let quoted = false;
  for (let n = 0; n < text.length; n++) {
    const character = text[n];
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[n + 1] === '"') cell += text[++n];
      else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === separator) { cells.push(cell); cell = ''; }
    else if (character === '\n' || character === '\r') return [...cells, cell];
    else cell += character;
  }
  return quoted ? null : [...cells, cell];
}

/**
 * The cells of a row of the service, whose separator is the file's own: the only one that gives as many cells as the type has; null
 * when that does not tell it.
 */
export function recordCells(text, count) {
  const fitting = SEPARATORS.map((separator) => firstRecord(text, separator)).filter((cells) => cells?.length === count);
  return fitting.length === 1 ? fitting[0] : null;
}

/**
 * Which type a header is of, or is meant to be.
 *
 * @param types as the service describes them
 * @return {{type: object, first: ?{position: number, expected: ?string, found: ?string}, missing: string[], unknown: string[]} | null}
 *     the nearest type; `first` is where the header leaves it first (positions count from 1), null when it does not; null when no
 *     type is near
 */
export function detect(cells, types) {
  const nearest = types
    .map((type) => ({ type, share: type.fields.filter((field) => cells.includes(field.name)).length / type.fields.length }))
    .sort((a, b) => b.share - a.share)[0];
  if (!nearest || nearest.share < 0.3) return null;
  const { type } = nearest;
  const expected = type.fields.map((field) => field.name);
  const generated = type.generatedFields.map((field) => field.name);
  const whole = [...expected, ...generated];
  const position = cells.findIndex((cell, n) => cell !== whole[n]);
  const isShort = position < 0 && cells.length < expected.length;
  const at = isShort ? cells.length : position;
  return {
    type,
    first: at < 0 ? null : { position: at + 1, expected: whole[at], found: cells[at] },
    missing: expected.filter((name) => !cells.includes(name)),
    unknown: cells.filter((name) => !whole.includes(name)),
  };
}
