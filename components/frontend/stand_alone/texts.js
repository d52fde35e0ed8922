// Texts of the page: numbers and sentences in its language, from labels with %(name)s for values. No DOM.

export class Texts {
  constructor(labels, language) {
    Object.assign(this, { labels, language });
    const [locale, decimals] = [language === "en" ? "en-GB" : language, { maximumFractionDigits: 2, roundingMode: "halfEven" }];
    this.format = new Intl.NumberFormat(locale, { ...decimals, useGrouping: "always" });
    this.yearFormat = new Intl.NumberFormat(locale, { ...decimals, useGrouping: false });
  }

  number(count) {
    return this.format.format(count);
  }

  /** Return a text with its values. */
  fill(name, values) {
    return filled(this.labels[name], values);
  }

  /** Return the sentence with the statistics of a column of numbers, or "" where none of them is known. */
  statistics({ name, statistics, are_years: areYears }, numbers) {
    if (!numbers.length) return "";
    const sorted = numbers.toSorted((one, other) => one - other);
    const half = sorted.length / 2;
    const middle = (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
    const sum = sorted.reduce((total, each) => total + each, 0);
    const median = (areYears ? this.yearFormat : this.format).format(middle);
    return filled(statistics, { column: name, sum: this.number(sum), median, count: this.number(sorted.length) });
  }

  /** Return a number of rows, such as "3 clusters". */
  count(count) {
    return `${this.number(count)} ${this.labels.words[count === 1 ? 0 : 1]}`;
  }

  /** Return the title of a county. */
  county(county, count) {
    const kind = ["none", "one"][count] ?? "many";
    const [row, rows] = this.labels.words;
    return filled(this.labels.counties[kind], { county, row, rows, count: this.number(count) });
  }

  /** Return the selection with its result, such as "Skåne, Digital technology: 3 of the 60 clusters". */
  sentence(list, { text, chosen }, count) {
    const names = list.filters.flatMap(({ name, options, chosen: names }) =>
      options.filter(([code]) => chosen[name].has(code)).map(([code, option]) => names[code] ?? option),
    );
    if (text.trim()) names.push(this.labels.search.replace("%s", () => text.trim()));
    if (!names.length) return this.count(count);
    const result = count ? this.fill("some", { count: this.number(count), rows: this.labels.all }) : this.labels.none;
    const selection = names.join(", ");
    return this.fill("selection", { selection: selection[0].toLocaleUpperCase(this.language) + selection.slice(1), result });
  }
}

function filled(text, values) {
  return text.replace(/%\((\w+)\)s/g, (_placeholder, name) => values[name]);
}
