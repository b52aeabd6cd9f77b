import { h } from './dom.js';
import { Figure } from './figure.js';
import { Words } from './words.js';

const data = JSON.parse(document.getElementById('data').textContent);
const asked = new URLSearchParams(location.search);
const state = {
  language: asked.get('lang') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en'),
  dark: asked.has('theme') ? asked.get('theme') === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches,
  chosen: {},
  figures: [],
};

/** Rows come as lists and are used by name. */
for (const figure of data.figures) {
  const ids = figure.columns.map(column => column.id);
  figure.rows = figure.rows.map(row => Object.fromEntries(row.map((value, i) => [ids[i], value])));
  state.chosen[figure.id] = { ...figure.chosen };
}

function render() {
  const words = new Words(data, state.language);
  const root = document.documentElement;
  root.lang = state.language === 'zh' ? 'zh-Hans' : 'en';
  root.dataset.theme = state.dark ? 'dark' : 'light';
  document.title = words.t('title') + ' – ' + data.run.id;
  state.figures.forEach(figure => figure.dispose());
  state.figures = data.figures.map(spec => new Figure(spec, words, state.chosen[spec.id]));
  document.getElementById('page').replaceChildren(header(words), h('div', { class: 'columns' }, contents(words), body(words)), footer(words));
  state.figures.forEach(figure => figure.draw());
}

function header(words) {
  return h('header', {},
    h('a', { class: 'skip', href: '#content' }, words.t('skip')),
    h('div', { class: 'bar' },
      h('p', { class: 'brand' }, 'Tradelake'),
      h('div', { class: 'switches' },
        h('button', { type: 'button', id: 'language', lang: state.language === 'zh' ? 'en' : 'zh-Hans', onclick: () => turn('language', state.language === 'zh' ? 'en' : 'zh') },
          state.language === 'zh' ? 'English' : '中文'),
        h('button', { type: 'button', id: 'theme', onclick: () => turn('dark', !state.dark) }, words.t(state.dark ? 'light' : 'dark')))),
    ...data.labels.map(label => h('p', { class: 'banner', role: 'note' }, words.label(label))),
    h('h1', {}, words.t('title')),
    h('p', { class: 'lead' }, words.t('lead')),
    h('p', { class: 'run' }, `${words.t('run')} ${data.run.id} · Tradelake ${data.run.code}`));
}

/** What was pressed keeps the focus. */
function turn(what, value) {
  state[what] = value;
  render();
  document.getElementById(what === 'dark' ? 'theme' : what).focus();
}

function contents(words) {
  return h('nav', { 'aria-label': words.t('contents') },
    h('h2', {}, words.t('contents')),
    h('ol', {}, data.chapters.map(chapter => h('li', {},
      h('a', { href: '#' + chapter.id }, words.of(chapter.title)),
      h('ul', {}, of(chapter).map(figure => h('li', {}, h('a', { href: '#' + figure.spec.id }, words.of(figure.spec.short)))))))));
}

function body(words) {
  return h('main', { id: 'content', tabindex: -1 }, data.chapters.map(chapter =>
    h('section', { class: 'chapter', id: chapter.id, 'aria-labelledby': chapter.id + '-title' },
      h('h2', { id: chapter.id + '-title' }, words.of(chapter.title)),
      of(chapter).map(figure => figure.element))));
}

function of(chapter) {
  return state.figures.filter(figure => figure.spec.chapter === chapter.id);
}

function footer(words) {
  return h('footer', {}, h('p', {}, words.t('licence')), h('p', {}, words.t('made')));
}

/** Charts are drawn for the paper too: light, and as wide as a page. */
let screen = state.dark;
addEventListener('beforeprint', () => {
  screen = state.dark;
  document.documentElement.dataset.theme = 'light';
  document.documentElement.classList.add('paper');
  state.figures.forEach(figure => figure.resize());
});
addEventListener('afterprint', () => {
  state.dark = screen;
  document.documentElement.classList.remove('paper');
  render();
});

let waiting;
addEventListener('resize', () => {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => state.figures.forEach(figure => figure.resize()));
});

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', event => {
  state.dark = event.matches;
  render();
});

render();
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
