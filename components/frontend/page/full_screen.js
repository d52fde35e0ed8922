// Button on the map that shows it over the whole screen, with the sentence, the legend and an open profile. There is none where the browser
// does not allow it.

const button = document.createElement("button");

/** Put the button on the map. */
export function addFullScreenButton() {
  if (!document.fullscreenEnabled) return;
  button.type = "button";
  button.className = "button full-screen";
  button.onclick = () => (document.fullscreenElement ? leaveFullScreen() : showFullScreen());
  document.addEventListener("fullscreenchange", labelFullScreenButton);
  labelFullScreenButton();
  document.querySelector(".map").prepend(button);
}

/** Write the label of the button in the language of the page. */
export function labelFullScreenButton() {
  const labels = JSON.parse(document.getElementById("page").dataset.labels);
  button.title = button.ariaLabel = labels[document.fullscreenElement ? "leaveFullScreen" : "fullScreen"];
}

function showFullScreen() {
  const content = document.querySelector(".content");
  content.requestFullscreen().catch(() => {}); // a browser may refuse even then; the page stays as it is
}

/** Show the whole page again. */
export function leaveFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
}
