// A case in the part of an address behind the hash, which no browser sends to a server.

import { clean } from "./record.js";

const MARK = "case=1.";
const LARGEST = 1_100_000; // a case that is full to its limits has fewer bytes, packed or not
const PIECE = 1024;

/** "#case=1.…": the case, compressed. Rejects when the browser cannot compress. */
export async function toFragment(one) {
  const packed = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(JSON.stringify(one)));
  return `#${MARK}${toBase64(packed)}`;
}

/** The case in a fragment; null when there is none, when it is damaged, or when it is no case. */
export async function fromFragment(fragment) {
  const text = fragment.replace(/^#/, "");
  if (!text.startsWith(MARK) || text.length > LARGEST) return null;
  try {
    const packed = fromBase64(text.slice(MARK.length));
    return clean(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await through(new DecompressionStream("deflate-raw"), packed))));
  } catch {
    return null; // cut off on the way, or not ours
  }
}

export const holdsCase = (fragment) => fragment.startsWith(`#${MARK}`);

/** All bytes through a stream. A small link that unpacks to something huge is refused as soon as it has become too large. */
async function through(stream, bytes) {
  const reader = inPieces(bytes).pipeThrough(stream).getReader();
  const chunks = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    chunks.push(read.value);
    size += read.value.length;
    if (size > LARGEST) throw new RangeError("too large");
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** Bytes a little at a time: a browser unpacks all that it is given before anybody can see how much that was. */
function inPieces(bytes) {
  let at = 0;
  return new ReadableStream({
    pull(pieces) {
      if (at < bytes.length) pieces.enqueue(bytes.slice(at, (at += PIECE)));
      else pieces.close();
    },
  });
}

function toBase64(bytes) {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64(text) {
  const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
