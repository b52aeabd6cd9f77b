import { h } from './dom.js';

const NUMBERS = new Set(['share', 'points', 'growth', 'usd', 'count', 'decimal', 'by-unit']);
const TEXTS = new Set(['prose', 'long']);

/** Rows as a table, in the units of the page; empty cells are dashes. */
export function table(figure, rows, words) {
  return h('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': words.t('table') + ': ' + words.filled(figure.title, figure, rows) },
    h('table', {},
      h('thead', {}, h('tr', {}, figure.columns.map(column => h('th', { scope: 'col', class: side(column) }, heading(column, words))))),
      h('tbody', {}, rows.map(row => h('tr', {}, figure.columns.map((column, i) => cell(column, row, i, words)))))));
}

function heading(column, words) {
  return words.of(column) + (column.format === 'usd' ? ` (${words.t('usd')})` : column.format === 'points' ? ` (${words.t('points')})` : '');
}

function cell(column, row, place, words) {
  const text = words.value(column, row[column.id], row);
  const content = column.format === 'chip' ? h('span', { class: 'chip chip-' + String(row[column.id]).replace(/\W+/g, '-') }, text) : text;
  return place === 0 ? h('th', { scope: 'row', class: side(column) }, content) : h('td', { class: side(column) }, content);
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
