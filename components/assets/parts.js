// Draws the parts of the page (parts.py): fetches each one's script, style sheet and words once, from the app's own address.
"use strict";

const klusterkartan = (() => {
  const decoder = new TextDecoder();
  const worded = new Map(); // language and version of the list -> the promise of the words of all parts
  const styled = new WeakMap(); // place -> the promise of its style sheet
  const newest = new WeakMap(); // place -> what was last sent to it

  async function draw(name, { data, parentElement, ...it }) {
    const content = JSON.parse(decoder.decode(data));
    const place = parentElement.querySelector(`.${name}`) ?? placeIn(parentElement, name);
    newest.set(place, content);
    const script = import(new URL(`assets/page/${name}.js`, document.baseURI));
    const [part, words] = await Promise.all([script, wordsFor(name, content.words), styled.get(place)]);
    if (newest.get(place) === content) part.render({ ...it, place, content, words });
  }

  function placeIn(parent, name) {
    const place = document.createElement("div");
    place.className = name;
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = `assets/page/${name}.css`;
    styled.set(place, new Promise((done) => { sheet.onload = sheet.onerror = done; }));
    parent.append(sheet, place);
    return place;
  }

  // Those of a visitor's own list come with the content.
  async function wordsFor(name, words) {
    if (typeof words !== "string") return words;
    if (!worded.has(words)) worded.set(words, fetchWords(words));
    return (await worded.get(words))[name];
  }

  // Until they can be had: a part without its words could not be used.
  async function fetchWords(version) {
    const answer = await fetch(new URL(`page/words/${version}.json`, document.baseURI)).catch(() => null);
    if (answer?.ok) return answer.json();
    await new Promise((done) => setTimeout(done, 1000));
    return fetchWords(version);
  }

  return draw;
})();
