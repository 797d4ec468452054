import { sha256 as digest } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** SHA-256 of some bytes, or of a text in UTF-8, as 64 hexadecimal digits: at once, in the middle of planning. */
export function sha256(input: string | Uint8Array): string {
  return bytesToHex(digest(typeof input === "string" ? utf8ToBytes(input) : input));
}
