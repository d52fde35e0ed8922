// Areas of Sweden that a text can name, by their names and codes (data/places/area_index.py, data/search/informal_areas.py). No DOM.

import { areaForms, namesSurroundings, withoutKindOfCode } from "./area_forms.js";
import { fold } from "./folding.js";

const CODE = /^\p{Nd}+$/u;

/** Return whether a word is written like the code of a county or municipality. */
export function isCode(word) {
  return CODE.test(word);
}

/** Return the areas without those that hold another one of them. */
export function withoutLarger(areas) {
  return areas.filter((area) => !areas.some((other) => holds(area, other)));
}

function holds(area, other) {
  const inside = other.regions.length ? other.regions : [other.county];
  return inside.every((code) => area.regions.includes(code)) && area.regions.length > other.regions.length;
}

export class Areas {
  /**
   * `areas`, `informal` and `directions` are those of stand_alone_search.py. An area has a name, the occurrences of its rows, and the codes
   * of its counties; a municipality has none of these, but the code of the county around it.
   */
  constructor({ areas, informal, directions }) {
    Object.assign(this, { informal, directions });
    const entries = areas.flatMap(([joinedNames, occurrences, regions, county]) => {
      const names = joinedNames.split("|");
      const area = { name: names[0], occurrences, regions, county };
      return names.map((name) => [name, area]);
    });
    this.byName = new Map(entries);
    this.namesByFolded = Map.groupBy(this.byName.keys(), fold);
  }

  /** Return the area that a text in lower case names, or whose code it is, or both: "1281 Lund"; undefined for any other text. */
  find(text) {
    const area = this.#inAnyForm(text);
    const isAround = area && !area.regions.length && namesSurroundings(text); // "Göteborgsregionen" is not the municipality
    return isAround ? undefined : area;
  }

  /** Return whether several words name an area that no filter has: "inre Norrland", "Lund region", or "norra" and the name of an area. */
  isInformal(phrase) {
    const [direction, ...words] = phrase.split(" ");
    if (!words.length) return false;
    const isPart = this.directions.has(direction) && this.find(words.join(" "));
    const isAround = namesSurroundings(phrase) && !this.find(phrase) && this.#inAnyForm(phrase);
    return Boolean(isPart || isAround) || areaForms(phrase).some((form) => this.informal.has(fold(form)));
  }

  #inAnyForm(text) {
    const name = withoutKindOfCode(text);
    const found = areaForms(name).map((form) => this.#withName(form));
    return found.find(Boolean) ?? this.#withCodeAndName(name);
  }

  // The area with this name; without its accents only where one area alone has these letters.
  #withName(name) {
    const found = new Set((this.namesByFolded.get(fold(name)) ?? []).map((each) => this.byName.get(each)));
    return this.byName.get(name) ?? (found.size === 1 ? [...found][0] : undefined);
  }

  #withCodeAndName(text) {
    const [code, ...words] = text.split(" ");
    const area = isCode(code) && words.length ? this.byName.get(code) : undefined;
    return area && this.find(words.join(" "))?.name === area.name ? area : undefined;
  }
}
