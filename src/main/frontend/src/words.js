/** What the page says in the language of the moment: texts are {en, zh}, numbers are formatted, codes have names. */
export class Words {
  constructor(data, language) {
    this.data = data;
    this.language = language;
    this.locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  }

  /** A text of the page itself, by its key in words.conf. */
  t(key) {
    return this.of(this.data.words[key]);
  }

  of(text) {
    return text === undefined ? '' : text[this.language];
  }

  /** A sentence that ends in names. */
  listed(text, names) {
    return this.language === 'zh' ? this.of(text) + names.join('、') + '。' : this.of(text) + ' ' + names.join(', ') + '.';
  }

  /** A text whose {column} stands for that column's value in the first of the rows. */
  filled(text, figure, rows) {
    return this.of(text).replace(/\{(\w+)}/g, (_, id) => {
      const column = figure.columns.find(c => c.id === id);
      return rows.length === 0 ? '–' : this.value(column, rows[0][id], rows[0]);
    });
  }

  /** What must be said over every answer: in Chinese where it is a label that is known, followed by the words as they are. */
  label(label) {
    const known = this.data.knownLabels.find(each => label.startsWith(each.starts));
    return this.language === 'zh' && known ? known.zh : label;
  }

  name(kind, code) {
    const names = this.data.names[kind] ?? {};
    return code in names ? this.of(names[code]) : code;
  }

  /** A value as its column wants it shown. */
  value(column, value, row) {
    if (value === null || value === undefined) return '–';
    if (column.names) return this.name(column.names, value);
    const format = this.format(column, row);
    return format ? format(value) : typeof value === 'boolean' ? this.t(value ? 'yes' : 'no') : String(value);
  }

  /** Undefined for texts; what depends on the unit of a row looks into it. */
  format(column, row) {
    switch (column.format) {
      case 'share': return value => this.percent(value, 1);
      case 'points': return value => (value > 0 ? '+' : '') + this.number(100 * value, 2);
      case 'growth': return value => (value > 0 ? '+' : '') + this.percent(value, 1);
      case 'usd': return value => this.usd(value);
      case 'count': return value => this.number(value, 0);
      case 'decimal': return value => this.significant(value);
      case 'by-unit': return row && row.unit === 'current USD' ? v => this.usd(v) : v => this.percent(v, 2);
      default: return undefined;
    }
  }

  percent(value, digits) {
    return this.number(100 * value, digits) + '%';
  }

  /** Billions in English, 亿 (a hundred millions) in Chinese. */
  usd(value) {
    const money = value / (this.language === 'zh' ? 1e8 : 1e9);
    return this.number(money, Math.abs(money) >= 1000 ? 0 : Math.abs(money) >= 10 ? 1 : 2);
  }

  number(value, digits) {
    const fixed = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return new Intl.NumberFormat(this.locale, fixed).format(value).replace('-', '−');
  }

  significant(value) {
    return new Intl.NumberFormat(this.locale, { maximumSignificantDigits: 4 }).format(value).replace('-', '−');
  }
}
