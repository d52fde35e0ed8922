// Messages of the server to the live page, as live/page_message.py writes them.

/** Return a message from its compressed bytes: a line of JSON with the length of each part, then the parts. */
export async function readMessage(data) {
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const text = await new Response(stream).text();
  const end = text.indexOf("\n");
  const message = JSON.parse(text.slice(0, end));
  let start = end + 1;
  for (const [name, length] of Object.entries(message.parts)) {
    message.parts[name] = text.slice(start, start + length);
    start += length;
  }
  return message;
}
