// Draws the parts of the page (component.py): fetches each one's script, style sheet and words once, from the app's own address.
"use strict";

// biome-ignore lint/correctness/noUnusedVariables: the page calls it for each part
const klusterkartan = (() => {
  const SHORTEST_PAUSE = 500; // milliseconds before what failed is tried again
  const LONGEST_PAUSE = 30_000;
  const decoder = new TextDecoder();
  let worded = {}; // the language and version of the list of the newest words, and the promise of them, by part
  const styled = new WeakMap(); // place -> the promise of its style sheet
  const newest = new WeakMap(); // place -> what was last sent to it

  async function draw(name, { data, parentElement, ...it }) {
    const content = JSON.parse(decoder.decode(data));
    const place = parentElement.querySelector(`.${name}`) ?? placeIn(parentElement, name);
    newest.set(place, content);
    const [part, words] = await Promise.all([scriptOf(name), wordsFor(name, content.words), styled.get(place)]);
    if (newest.get(place) === content) part.render({ ...it, place, content, words });
  }

  function placeIn(parent, name) {
    const place = document.createElement("div");
    place.className = name;
    parent.append(place);
    styled.set(
      place,
      untilItCanBeHad(() => styleSheet(place, name)),
    );
    return place;
  }

  function styleSheet(place, name) {
    return new Promise((done, failed) => {
      const sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = `assets/page/${name}.css`;
      sheet.onload = done;
      sheet.onerror = () => {
        sheet.remove();
        failed();
      };
      place.before(sheet);
    });
  }

  // Those of a visitor's own list come with the content. Words of another version, since the list has just changed, serve only once.
  async function wordsFor(name, words) {
    if (typeof words !== "string") return words;
    if (worded.of !== words) worded = { of: words, promise: untilItCanBeHad(() => fetchJson(`page/words/${words}.json`)) };
    const asked = worded;
    const all = await asked.promise;
    if (worded === asked && !words.endsWith(all.version)) worded = {};
    return all[name];
  }

  function scriptOf(name) {
    return untilItCanBeHad(() => import(new URL(`assets/page/${name}.js`, document.baseURI)));
  }

  async function fetchJson(path) {
    const answer = await fetch(new URL(path, document.baseURI));
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }

  // A part without its script, its style or its words could not be used.
  async function untilItCanBeHad(have, pause = SHORTEST_PAUSE) {
    try {
      return await have();
    } catch {
      await new Promise((done) => setTimeout(done, pause));
      return untilItCanBeHad(have, Math.min(2 * pause, LONGEST_PAUSE));
    }
  }

  return draw;
})();
