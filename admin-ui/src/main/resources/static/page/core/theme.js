/** Light, dark, or as the machine is set; remembered by the browser. */

const KEPT = 'migrator.theme';

export const themes = ['auto', 'light', 'dark'];

export const chosenTheme = () => {
  const kept = localStorage.getItem(KEPT);
  return themes.includes(kept) ? kept : 'auto';
};

export function showIn(theme) {
  localStorage.setItem(KEPT, theme);
  apply();
}

function apply() {
  document.documentElement.dataset.theme = chosenTheme();
}

apply();
