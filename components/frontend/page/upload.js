// Upload of a file: it goes to the server beside Streamlit's connection; the server reports the progress, and answers with a ticket for the page.

const SENDING_SHARE = 30; // percent of the bar for the way to the server, the rest for the reading there

let request; // the upload that is under way

/**
 * Send a file; return its ticket, or the label of the error, or nothing if it was stopped. `isCut` is true if there was no connection.
 * `onProgress` gets percents.
 */
export function upload(content, { name, replaces }, onProgress) {
  stopUpload();
  const sent = new XMLHttpRequest();
  request = sent;
  return new Promise((resolve) => {
    const end = (result) => {
      if (request === sent) request = undefined;
      resolve(result);
    };
    sent.upload.onprogress = ({ loaded, total }) => onProgress((SENDING_SHARE * loaded) / (total || 1));
    sent.onprogress = () => {
      const { percent } = lastLine(sent.responseText);
      if (percent) onProgress(SENDING_SHARE + ((100 - SENDING_SHARE) * percent) / 100);
    };
    sent.onload = () => end(answer(sent));
    sent.onerror = () => end({ problem: "failed", isCut: true });
    sent.onabort = () => end({});
    sent.open("POST", `./upload?${new URLSearchParams({ name })}`);
    if (replaces) sent.setRequestHeader("X-Replaced-List", replaces);
    sent.send(content);
  });
}

/** Stop the upload that is under way; the server stops reading. */
export function stopUpload() {
  request?.abort();
}

function answer({ status, responseText }) {
  if (status === 413) return { problem: "tooLarge" };
  if (status === 429 || status === 503) return { problem: "busy" };
  const { ticket, problem = "failed" } = status === 200 ? lastLine(responseText) : {};
  return ticket ? { ticket } : { problem };
}

function lastLine(text) {
  const end = text.lastIndexOf("\n");
  return end < 0 ? {} : JSON.parse(text.slice(text.lastIndexOf("\n", end - 1) + 1, end));
}
