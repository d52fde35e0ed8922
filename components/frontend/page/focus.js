// Keyboard focus, which stays where the visitor works: an element that a change takes away gives it to the nearest one that is left.

/** Change the page; if the focused element is gone then, focus the next chip after a chip, else the sentence or the heading. */
export function keepFocus(change) {
  const focused = document.activeElement;
  const wasChip = focused.closest(".chips") !== null;
  change();
  if (focused.isConnected) return;
  const chip = wasChip && document.querySelector(".chips a");
  (chip || document.querySelector("#summary .sentence") || heading())?.focus({ preventScroll: true });
}

/** Go to the top of a page that was opened; screen readers begin at its heading. */
export function moveToTop() {
  scrollTo(0, 0);
  heading()?.focus({ preventScroll: true });
}

/** After the visitor has opened a profile, focus its heading; after it was closed, its row. `before` is the id of the cluster that was open. */
export function followProfile(before) {
  const profileHeading = document.getElementById("profile-heading");
  if (profileHeading) {
    profileHeading.scrollIntoView({ block: "nearest" });
    profileHeading.focus({ preventScroll: true });
  } else {
    document.querySelector(`#rows [data-event="${CSS.escape(`open:${before}`)}"]`)?.focus({ preventScroll: true });
  }
}

function heading() {
  return document.getElementById("content");
}
