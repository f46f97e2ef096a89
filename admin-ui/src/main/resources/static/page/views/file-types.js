import { get, path } from '../core/api.js';
import { define, Part } from '../core/element.js';
import { html, nothing } from '../core/lit.js';
import { known, number, t } from '../core/text.js';
import '../parts/problem-note.js';

/** The file types as the service specifies them: columns, rules, templates. */
class FileTypesView extends Part {
  #types = null;
  #failure = null;

  start() {
    this.#read();
  }

  async #read() {
    try {
      this.#types = await get(path(['file-types']), { signal: this.signal });
      this.#failure = null;
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      this.#failure = failure;
    }
    this.update();
  }

  template() {
    if (this.#failure) return html`<problem-note .problem=${this.#failure} .again=${() => this.#read()}></problem-note>`;
    if (!this.#types) return nothing;
    const shown = this.#types.find((type) => type.name === this.type) ?? this.#types[0];
    return html`
      <div class="title"><h1>${t('view.types')}</h1></div>
      <nav class="tabs" aria-label=${t('view.types')}>${this.#types.map((type) => html`
        <a href="#/types/${type.name}" aria-current=${type === shown ? 'true' : nothing}>${known(`type.${type.name}`, type.title)}</a>`)}</nav>
      ${this.#type(shown)}`;
  }

  #type(type) {
    return html`
      <h2>${type.title}</h2>
      <p>${type.description}</p>
      <nav class="downloads" aria-label=${t('types.files')}>
        <a download href=${path(['file-types', type.name, 'template.csv'])}>${t('types.template')}</a>
        <a href=${path(['file-types', type.name, 'documentation'])} target="_blank" rel="noopener">${t('types.documentation')}</a>
        <a download href=${path(['file-types', type.name, 'schema.json'])}>${t('types.schema')}</a>
      </nav>
      <div class="scrolls" tabindex="0" role="region" aria-label=${t('types.columns')}><table class="list top stacks">
        <caption>${t('types.order')}</caption>
        <thead><tr><th scope="col" class="figure">${t('types.position')}</th><th scope="col">${t('types.column')}</th><th scope="col">${t('types.kind')}</th>
          <th scope="col" class="wide">${t('types.rules')}</th><th scope="col">${t('types.example')}</th></tr></thead>
        <tbody>${type.fields.map((field, n) => html`
          <tr><td class="figure" data-title=${t('types.position')}>${number(n + 1)}</td><th scope="row"><code>${field.name}</code></th><td>${known(`kind.${field.type}`, field.type)}</td>
            <td class="wide">${this.#rules(field, type)}</td><td class="cell" data-title=${t('types.example')}>${field.example}</td></tr>`)}</tbody>
      </table></div>
      <h3>${t('types.generated')}</h3>
      <dl class="values">${type.generatedFields.map((field) => html`<div><dt>${field.name}</dt><dd>${field.description}</dd></div>`)}</dl>`;
  }

  #rules(field, type) {
    const { required, unique, maxLength } = field.constraints;
    const marks = [required && t('types.required'), unique && t('types.unique'), maxLength && t('types.maxLength', { n: maxLength })].filter(Boolean);
    const rules = [...(field.rules ?? []), ...type.rules.filter((rule) => rule.field === field.name).map((rule) => rule.rule)];
    return html`${field.description}${marks.length ? html`<br><b>${marks.join(' · ')}</b>` : nothing}
      ${rules.map((rule) => html`<br>${rule}`)}`;
  }
}

define('file-types-view', FileTypesView, ['type']);
