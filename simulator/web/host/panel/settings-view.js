import { element } from '../element.js';
import { settings } from '../settings.js';
import { choices } from './choices.js';

/**
 * @param {HTMLElement} place
 * @param {Record<string, string>} chosen
 * @param {(name: string, id: string) => void} onChoose
 * @returns {(chosen: Record<string, string>) => void} shows what was chosen elsewhere
 */
export function settingsView(place, chosen, onChoose) {
  const rows = Object.entries(settings).map(([name, { options, ...legend }]) => {
    const row = element('div', { className: 'setting' });
    const { choose } = choices(row, {
      name,
      groups: [{ legend, rows: options }],
      chosen: chosen[name],
      onChoose: (id) => onChoose(name, id),
    });
    return { name, row, choose };
  });
  place.replaceChildren(...rows.map(({ row }) => row));
  return (now) => rows.forEach(({ name, choose }) => choose(now[name]));
}
