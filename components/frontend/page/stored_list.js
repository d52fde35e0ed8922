// The visitor's own list in the browser's database (IndexedDB): one record, which only pages of this website can read. Where the browser
// refuses storage, as in some private windows, nothing is kept.

const DATABASE = "klusterkartan";
const STORE = "lists";
const KEY = "own";

/** Return the record of the list: `{ name, content, names }`, or undefined where there is none or storage is refused. */
export async function readStoredList() {
  const databases = await indexedDB.databases?.().catch(() => []); // older browsers cannot list them
  if (databases && !databases.some(({ name }) => name === DATABASE)) return undefined;
  return inStore(openExisting, "readonly", (store) => store.get(KEY)).catch(() => undefined);
}

/** Store the record in place of any other; return whether the browser has taken it. */
export function storeList(record) {
  return inStore(openOrCreate, "readwrite", (store) => store.put(record, KEY)).then(
    () => true,
    () => false,
  );
}

/** Remove the record, and the database with it. */
export async function removeStoredList() {
  await settled(() => indexedDB.deleteDatabase(DATABASE)).catch(() => undefined);
}

async function inStore(open, mode, act) {
  const database = await settled(open);
  try {
    const transaction = database.transaction(STORE, mode);
    const request = act(transaction.objectStore(STORE));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error); // also when there is no room on the disk
    });
    return request.result;
  } finally {
    database.close();
  }
}

function openOrCreate() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return request;
}

// A visitor without a list gets no database.
function openExisting() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.transaction.abort();
  return request;
}

// Where storage is refused, the request may fail, or the call itself.
function settled(start) {
  return new Promise((resolve, reject) => {
    const request = start();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
