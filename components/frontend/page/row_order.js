// Choice of the order of the rows, where each row is a card: the headings of the table and their reverse as a list to choose from.

import { isLive } from "./connection.js";
import { emit } from "./events.js";
import { searchField } from "./filter_form.js";

/** Fill the choice with the headings that the table has now; shown is the order of the rows. */
export function showOrder() {
  const choice = document.getElementById("order");
  if (!choice) return;
  const { rank, listOrder, reversed } = JSON.parse(document.getElementById("page").dataset.labels);
  const options = [new Option(searchField()?.defaultValue ? rank : listOrder, "")];
  for (const { id, textContent } of document.querySelectorAll(".clusters thead a")) {
    const code = id.replace("sort-", "");
    options.push(new Option(textContent, code), new Option(reversed.replace("%s", textContent), `-${code}`));
  }
  choice.replaceChildren(...options);
  choice.value = orderOfRows();
}

/** Show the rows in the order that was chosen. */
export function changeOrder(choice) {
  if (isLive()) return emit("sort", choice.value);
  const url = new URL(location.href);
  url.searchParams.delete("page");
  url.searchParams.set("sort", choice.value);
  location.assign(url);
}

function orderOfRows() {
  const heading = document.querySelector(".clusters th[aria-sort]");
  const code = heading?.querySelector("a").id.replace("sort-", "") ?? "";
  return heading?.ariaSort === "descending" ? `-${code}` : code;
}
