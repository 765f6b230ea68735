/** Files that have not reached the server, kept on this machine: a closed page or a phone switched off in the field loses none. */
export type KeptFile<About> = { id: string; box: string; about: About; file: File };

const store = 'files';
/** Where the browser keeps nothing (a private window), they stay as long as the page does. */
const here = new Map<string, KeptFile<unknown>>();
let opened: Promise<IDBDatabase | undefined> | undefined;

function open(): Promise<IDBDatabase | undefined> {
  opened ??= new Promise((resolve) => {
    try {
      const asked = indexedDB.open('thang.kept', 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore(store, { keyPath: 'id' }).createIndex('box', 'box');
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => resolve(undefined);
    } catch {
      resolve(undefined);
    }
  });
  return opened;
}

const settled = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

/** Keeps a file; whether it will be there after the page is closed. */
export async function keepOnMachine<About>(one: KeptFile<About>): Promise<boolean> {
  try {
    const database = await open();
    if (database) {
      await settled(database.transaction(store, 'readwrite').objectStore(store).put(one));
      return true;
    }
  } catch {
    // The machine is full: the page still holds it.
  }
  here.set(one.id, one);
  return false;
}

/** The files of a box, in the order they were kept: ids are made by time. */
export async function listOnMachine<About>(box: string): Promise<KeptFile<About>[]> {
  const database = await open();
  const asked = database?.transaction(store).objectStore(store).index('box').getAll(box);
  const lasting = asked ? await settled(asked as IDBRequest<KeptFile<About>[]>) : [];
  const passing = [...here.values()].filter((one) => one.box === box) as KeptFile<About>[];
  return [...lasting, ...passing].sort((a, b) => a.id.localeCompare(b.id));
}

export async function dropOnMachine(id: string): Promise<void> {
  here.delete(id);
  const database = await open();
  if (database) await settled(database.transaction(store, 'readwrite').objectStore(store).delete(id));
}
