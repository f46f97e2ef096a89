import { define, Part } from '../core/element.js';
import { html } from '../core/lit.js';
import { language, languages, speak, t } from '../core/text.js';
import { chosenTheme, showIn, themes } from '../core/theme.js';

/** How the page speaks and looks; for those too who have not signed in yet. */
class PageSettings extends Part {
  template() {
    return html`
      <footer class="settings">
        <label>${t('page.language')}
          <select name="language" @change=${(event) => speak(event.target.value)}>
            ${Object.entries(languages).map(([code, name]) => html`<option value=${code} lang=${code} ?selected=${code === language}>${name}</option>`)}
          </select></label>
        <label>${t('page.theme')}
          <select name="theme" @change=${(event) => showIn(event.target.value)}>
            ${themes.map((theme) => html`<option value=${theme} ?selected=${theme === chosenTheme()}>${t(`theme.${theme}`)}</option>`)}
          </select></label>
      </footer>`;
  }
}

define('page-settings', PageSettings);
