import { h } from './dom.js';

const NUMBERS = new Set(['share', 'points', 'growth', 'usd', 'count', 'decimal', 'by-unit']);
const TEXTS = new Set(['prose', 'long']);

/** Rows as a table, in the units of the page; empty cells are dashes. */
export function table(figure, rows, words) {
  const role = name => ({ role: name }); // said, since as cards rows and cells are laid out as blocks
  return h('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': words.t('table') + ': ' + words.filled(figure.title, figure, rows) },
    h('table', { ...role('table'), class: figure.chart.narrow },
      h('thead', role('rowgroup'), h('tr', role('row'), figure.columns.map(column => h('th', { scope: 'col', ...role('columnheader'), class: side(column) }, heading(column, words))))),
      h('tbody', role('rowgroup'), rows.map(row => h('tr', role('row'), figure.columns.map((column, i) => cell(column, row, i, words)))))));
}

function heading(column, words) {
  return words.of(column) + (column.format === 'usd' ? ` (${words.t('usd')})` : column.format === 'points' ? ` (${words.t('points')})` : '');
}

function cell(column, row, place, words) {
  const text = words.value(column, row[column.id], row);
  const content = column.format === 'chip' ? h('span', { class: 'chip chip-' + String(row[column.id]).replace(/\W+/g, '-') }, text) : breakable(text);
  const about = { class: side(column), 'data-heading': heading(column, words) };
  return place === 0 ? h('th', { scope: 'row', role: 'rowheader', ...about }, content) : h('td', { role: 'cell', ...about }, content);
}

/** Long codes may break after a stroke below or a full stop between letters. */
function breakable(text) {
  return text.split(/(?<=_|[a-z]\.(?=[a-z]))/).flatMap((part, i) => (i === 0 ? [part] : [h('wbr'), part]));
}

function side(column) {
  return NUMBERS.has(column.format) ? 'number' : TEXTS.has(column.format) ? column.format : undefined;
}

/** A few figures that are read before all others. */
export function tiles(figure, chart, rows, words) {
  const column = id => figure.columns.find(each => each.id === id);
  const value = (row, id) => words.value(column(id), row[id], row);
  return h('ul', { class: 'tiles' }, rows.map(row =>
    h('li', {},
      h('span', { class: 'tile-name' }, value(row, chart.name)),
      h('span', { class: 'tile-value' }, value(row, chart.value)),
      h('span', { class: 'tile-note' }, words.filled(chart.note, figure, [row])))));
}
