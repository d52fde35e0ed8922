// Forms of the names and codes of areas (data/places/area_index.py): genitives, words for their kind, codes of NUTS. No DOM.

const NUTS_CODE = /se ([0-9]{1,3})/; // "SE 33"
const KIND_OF_NUTS = /^nuts ?[1-3]? ?(?:kod|code|region|område|area)? ?(?=se[0-9]{1,3}$)/; // "NUTS 3 SE124"
const KIND_OF_ANY = /^(?:scb )?(?:kod|code) (?=(?:[0-9]{2}|[0-9]{4}|se[0-9]{1,3})$)/;
const KIND_OF_MUNICIPALITY_CODE = /^(?:kommun|kommunen|municipality|lau) ?(?:kod|code|nr|nummer|number|no)? (?=[0-9]{4}$)/; // "kommunkod 1880"
const KIND_OF_COUNTY_CODE = /^(?:län|läns|länet|county|region) ?(?:kod|code|nr|nummer|number|no)? (?=[0-9]{2}$)/; // "county 18"
const KINDS_OF_CODES = [KIND_OF_NUTS, KIND_OF_ANY, KIND_OF_MUNICIPALITY_CODE, KIND_OF_COUNTY_CODE];
const KIND_OF_MUNICIPALITY = // "City of Gothenburg", "stad Malmö"
  /^(?:the )?(?:city|town|municipality) of |^(?:kommunen|kommun|staden|stad) | (?:city|town|municipality|kommun|stad)$/;
const REGION_ENDING = / ?(?:region|regionen|området|area)$/; // "Stockholmsregionen"
const AROUND_A_TOWN = / ?(?:region|regionen)$/; // "Göteborgsregionen" is no municipality
const GENITIVE_ENDING = /(?<=[\p{L}\p{N}]{3}) ?s$/u; // letters of a county have none

/** Return a text in lower case, without a word for the kind of the code that it is. */
export function withoutKindOfCode(text) {
  return KINDS_OF_CODES.reduce((code, kind) => code.replace(kind, ""), text.replace(NUTS_CODE, "se$1"));
}

export function withoutGenitive(name) {
  return name.replace(GENITIVE_ENDING, "");
}

/** Return whether a name has an ending that makes the name of a town that of an area around it. */
export function namesSurroundings(name) {
  return AROUND_A_TOWN.test(name);
}

/** Return the forms in which the name of an area may be known, from the whole to the shortest. */
export function areaForms(name) {
  const withoutRegion = name.replace(REGION_ENDING, "");
  const forms = [name, withoutRegion, withoutGenitive(withoutRegion)];
  const ofKind = name.replace(KIND_OF_MUNICIPALITY, "");
  return ofKind === name ? forms : [...forms, `${ofKind} kommun`, ofKind, withoutGenitive(ofKind)];
}
