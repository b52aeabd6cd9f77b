import { draw, isChart } from './charts/index.js';
import { panelsOf } from './charts/interval.js';
import { h } from './dom.js';
import { table, tiles } from './table.js';
import { colours } from './theme.js';

/** How high a chart of names is for each of them. */
const ROOM = { bars: 30, dumbbell: 28, heat: 26, interval: 26 };

/** Below this width of the window, in pixels, panels stand below each other and tables become cards. */
const NARROW = 600;

/** One figure: title, choices, chart, what it means, its numbers and the SQL that made them. */
export class Figure {
  constructor(spec, words, chosen) {
    this.spec = spec;
    this.words = words;
    this.chosen = chosen;
    this.element = h('section', { class: 'figure', id: spec.id, 'aria-labelledby': spec.id + '-title' });
    this.fill();
  }

  /** The rows that the choices leave. A choice that another makes impossible falls back to the first that is there. */
  rows() {
    let rows = this.spec.rows;
    for (const id of this.spec.choices ?? []) {
      const there = new Set(rows.map(row => row[id]));
      if (!there.has(this.chosen[id])) this.chosen[id] = [...there][0];
      rows = rows.filter(row => row[id] === this.chosen[id]);
    }
    return rows;
  }

  fill() {
    const { spec, words } = this;
    const rows = this.rows();
    const title = h('h3', { id: spec.id + '-title' }, whole(this.title(rows)));
    const unit = h('p', { class: 'unit' }, words.of(spec.unit));
    this.place = undefined;
    this.element.replaceChildren(title, unit, ...(rows.length === 0 ? [this.nothing()] : this.body(rows)), this.about(rows));
  }

  /** A title speaks of rows; where there are none, the short name does. */
  title(rows) {
    return rows.length === 0 ? this.words.of(this.spec.short) : this.words.filled(this.spec.title, this.spec, rows);
  }

  nothing() {
    const { spec, words } = this;
    return h('p', { class: 'nothing' }, spec.absent.length > 0
      ? words.t('absent').replace('{tables}', spec.absent.join(', '))
      : words.t('empty'));
  }

  body(rows) {
    const { spec, words } = this;
    const choices = h('div', { class: 'choices' }, (spec.choices ?? []).map(id => this.choice(id)));
    if (spec.chart.kind === 'tiles') return [choices, tiles(spec, spec.chart, rows, words)];
    if (!isChart(spec.chart.kind)) return [choices, table(spec, rows, words)];
    const label = words.t('chart') + ': ' + words.filled(spec.title, spec, rows) + '. ' + words.t('alternative');
    this.place = h('div', { class: 'chart', role: 'img', 'aria-label': label });
    this.place.style.height = this.height(rows) + 'px';
    return [choices, ...(spec.chart.states ? [this.key()] : []), this.place];
  }

  height(rows) {
    const { kind, name, y } = this.spec.chart;
    const narrow = innerWidth < NARROW;
    if (!(kind in ROOM)) return { slope: 430, sankey: 520, stack: narrow ? 480 : 400 }[kind] ?? 360;
    const one = ROOM[kind] * new Set(rows.map(row => row[name ?? y])).size + 76;
    return narrow && kind === 'interval' ? one * panelsOf(this.spec.chart, rows).length : one;
  }

  /** What the shades of states mean. */
  key() {
    return h('ul', { class: 'key' }, this.spec.chart.states.map(state =>
      h('li', {}, h('span', { class: 'swatch shade-' + state.shade, 'aria-hidden': 'true' }), this.words.of(state))));
  }

  choice(id) {
    const { spec, words } = this;
    const column = spec.columns.find(each => each.id === id);
    const before = spec.choices.slice(0, spec.choices.indexOf(id));
    const open = spec.rows.filter(row => before.every(other => row[other] === this.chosen[other]));
    const values = [...new Set(open.map(row => row[id]))];
    if (values.length < 2) return undefined;
    const select = h('select', {
      id: `${spec.id}-${id}`,
      onchange: event => {
        this.chosen[id] = values[event.target.selectedIndex];
        this.show();
        document.getElementById(`${spec.id}-${id}`).focus();
      },
    }, values.map(value => h('option', { selected: value === this.chosen[id] }, words.value(column, value))));
    return h('label', {}, words.of(column) + ' ', select);
  }

  show() {
    this.drawing?.dispose();
    this.fill();
    this.draw();
  }

  draw() {
    if (!this.place) return;
    const { spec, words } = this;
    this.drawing = draw(this.place, () => ({ figure: spec, chart: spec.chart, rows: this.rows(), words, c: colours() }));
  }

  resize() {
    if (this.place) this.place.style.height = this.height(this.rows()) + 'px';
    this.drawing?.resize();
  }

  dispose() {
    this.drawing?.dispose();
  }

  about(rows) {
    const { spec, words } = this;
    const line = (key, text) => [h('dt', {}, words.t(key)), h('dd', {}, text)];
    const numbers = rows.length > 0 && isChart(spec.chart.kind);
    return h('div', { class: 'about' },
      h('dl', {},
        line('definition', words.of(spec.definition)),
        line('basis', words.of(spec.basis)),
        line('source', words.listed(spec.source, spec.tables))),
      numbers ? h('details', {}, h('summary', {}, words.t('table')), table(spec, rows, words)) : undefined,
      h('details', { class: 'sql' }, h('summary', {}, 'SQL'),
        h('pre', { tabindex: 0, role: 'region', 'aria-label': 'SQL: ' + this.title(rows) }, h('code', { lang: 'en' }, spec.sql))));
  }
}

/** Dates and spans of years do not break at the end of a line. */
function whole(text) {
  return text.replace(/(?<=\d)-(?=\d)/g, '\u2011');
}
