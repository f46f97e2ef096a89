/** The view library, under the version that the module's pom names. */
export { html, svg, render, nothing } from '/webjars/lit-html/@lit-html.version@/lit-html.js';
export { repeat } from '/webjars/lit-html/@lit-html.version@/directives/repeat.js';
export { keyed } from '/webjars/lit-html/@lit-html.version@/directives/keyed.js';
