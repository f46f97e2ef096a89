import de from '../lang/de.js';
import en from '../lang/en.js';

/** The words of the page, and how numbers and times are written. */

const LANGUAGES = { en, de };
const KEPT = 'migrator.language';

/** The languages there are, by code. */
export const languages = Object.fromEntries(Object.entries(LANGUAGES).map(([code, words]) => [code, words['language.name']]));

export const language = chosen();

function chosen() {
  const wished = [localStorage.getItem(KEPT), ...navigator.languages.map((tag) => tag.split('-')[0])];
  return wished.find((code) => code in LANGUAGES) ?? 'en';
}

/** Speaks another language from now on. */
export function speak(code) {
  localStorage.setItem(KEPT, code);
  location.reload();
}

/**
 * A text of the page. `{name}` is replaced by what is given, numbers grouped; `{n|one|other}` chooses by the number.
 *
 * @param key of the language files; one that is missing is shown as it is
 */
export function t(key, values = {}) {
  const words = LANGUAGES[language][key] ?? LANGUAGES.en[key];
  if (words === undefined) return key;
  return words.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name, one, other) => {
    const value = values[name];
    if (one !== undefined) return plural.select(Number(value)) === 'one' ? one : other;
    return typeof value === 'number' ? number(value) : value ?? whole;
  });
}

/** The same, or the fallback where the language files have nothing: for codes that the service may add. */
export function known(key, fallback) {
  return key in LANGUAGES.en ? t(key) : fallback;
}

/** The language as it is written where the viewer is: an hour is 16:00 in one place and 4 PM in another. */
const place = navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;
const plural = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(place);
const rates = new Intl.NumberFormat(place, { maximumFractionDigits: 1 });
const shares = new Intl.NumberFormat(place, { style: 'percent', maximumFractionDigits: 1 });
const clock = new Intl.DateTimeFormat(place, { timeStyle: 'medium' });
const hours = new Intl.DateTimeFormat(place, { timeStyle: 'short' });
const days = new Intl.DateTimeFormat(place, { dateStyle: 'medium' });
const spans = new Intl.RelativeTimeFormat(place, { numeric: 'auto' });

export const number = (value) => numbers.format(value);
export const rate = (value) => (value >= 100 ? numbers.format(Math.round(value)) : rates.format(value));
/** Rounded down, so that nothing is told to be whole that is not. */
export const share = (part, whole) => (whole ? shares.format(Math.floor((part / whole) * 1000) / 1000) : shares.format(0));
export const hour = (instant) => hours.format(new Date(instant));

/**
 * In the zone of the viewer: the time alone for today, the day as well for others.
 *
 * @param hasSeconds whether they are told on other days too
 */
export function moment(instant, hasSeconds = false) {
  const date = new Date(instant);
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? clock.format(date) : `${days.format(date)}, ${(hasSeconds ? clock : hours).format(date)}`;
}

/** "in 5 minutes", "3 hours ago". */
export function span(instant, now = Date.now()) {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const [unit, size] = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]].find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return spans.format(Math.round(seconds / size), unit);
}

export function bytes(size) {
  const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const step = Math.min(steps.length - 1, Math.floor(Math.log10(Math.max(size, 1)) / 3));
  return new Intl.NumberFormat(place, { style: 'unit', unit: steps[step], unitDisplay: step ? 'short' : 'long', maximumFractionDigits: step ? 1 : 0 })
    .format(size / 1000 ** step);
}
