// A second verifier, written from docs/audit.md alone: Node, no dependencies, nothing shared with the server.
//
//   node verify.mjs FILE [--checkpoint FILE]... [--proof FILE]... [--key KEY]

import { createHash, createPublicKey, verify as signatureFits } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";

const TEXTS = ["organizationId", "streamId", "eventId", "commandId", "type", "recordedAt", "actorId", "bodyDigest", "previousChain", "chain"];
const NUMBERS = ["epoch", "position", "version", "schemaVersion"];
const FIELDS = new Set([...TEXTS, ...NUMBERS, "body", "private"]);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const HASH = /^[0-9a-f]{64}$/;
const MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.(\d{6})Z$/;
const ZERO = "0".repeat(64);

class DoesNotVerify extends Error {}
const fail = (sentence) => { throw new DoesNotVerify(sentence); };
const at = (position, sentence) => fail(`position ${position}: ${sentence}`);
const sha256 = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

// --- lines

async function* linesOf(stream) {
  let rest = Buffer.alloc(0);
  for await (const chunk of stream) {
    let text = Buffer.concat([rest, chunk]), begin = 0;
    for (let end; (end = text.indexOf(10, begin)) >= 0; begin = end + 1) yield text.subarray(begin, end);
    rest = text.subarray(begin);
  }
  if (rest.length) yield rest;
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function parsed(number, bytes) {
  let fact;
  try {
    fact = JSON.parse(decoder.decode(bytes));
  } catch {
    fail(`line ${number}: this is no JSON`);
  }
  const why = illFormed(fact);
  if (why) fail(`line ${number}: this is no fact of an export: ${why}`);
  return fact;
}

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

function illFormed(fact) {
  if (!isObject(fact)) return "it is no object";
  for (const name of FIELDS) if (!Object.hasOwn(fact, name)) return `${name} is missing`;
  for (const name of Object.keys(fact)) if (!FIELDS.has(name) && name !== "withheld") return `${name} is unknown`;
  for (const name of TEXTS) if (typeof fact[name] !== "string") return `${name} is no text`;
  for (const name of NUMBERS) if (!Number.isSafeInteger(fact[name]) || fact[name] < 1) return `${name} is no number`;
  for (const name of NUMBERS) if (name !== "position" && fact[name] >= 2 ** 32) return `${name} is too large`;
  for (const name of TEXTS) if (name.endsWith("Id") && !UUID.test(fact[name])) return `${name} is no UUID`;
  for (const name of ["bodyDigest", "previousChain", "chain"]) if (!HASH.test(fact[name])) return `${name} is no hash`;
  if (microseconds(fact.recordedAt) === null) return "recordedAt is no moment";
  if (fact.body !== null && typeof fact.body !== "string") return "body is no text";
  if ("withheld" in fact && typeof fact.withheld !== "boolean") return "withheld is neither true nor false";
  if (fact.private === null) return null;
  if (!isObject(fact.private)) return "private is no object";
  return Object.values(fact.private).every(isKept) ? null : "a private value has another form";
}

function isKept(kept) {
  if (kept === null) return true;
  return isObject(kept) && Object.keys(kept).length === 2 && typeof kept.value === "string"
    && typeof kept.salt === "string" && /^([0-9a-f]{2})*$/.test(kept.salt);
}

function microseconds(text) {
  const parts = MOMENT.exec(text), seconds = parts && Date.parse(`${parts[1]}Z`);
  if (!parts || Number.isNaN(seconds) || new Date(seconds).toISOString().slice(0, 19) !== parts[1]) return null;
  return BigInt(seconds) * 1000n + BigInt(parts[2]);
}

// --- the chain

const uuid = (text) => Buffer.from(text.replaceAll("-", ""), "hex");
const uint32 = (number) => { const bytes = Buffer.alloc(4); bytes.writeUInt32BE(number); return bytes; };
const uint64 = (number) => { const bytes = Buffer.alloc(8); bytes.writeBigUInt64BE(BigInt(number)); return bytes; };
const int64 = (number) => { const bytes = Buffer.alloc(8); bytes.writeBigInt64BE(number); return bytes; };

function chained(fact) {
  return sha256(
    Buffer.from(fact.previousChain, "hex"), uuid(fact.organizationId), uint32(fact.epoch), uint64(fact.position),
    uuid(fact.streamId), uint32(fact.version), uuid(fact.eventId), uuid(fact.commandId), uint32(fact.schemaVersion),
    int64(microseconds(fact.recordedAt)), uuid(fact.actorId), Buffer.from(fact.bodyDigest, "hex"), Buffer.from(fact.type),
  ).toString("hex");
}

function checkWords(fact) {
  const { position } = fact;
  if (fact.withheld) {
    if (fact.body !== null || fact.private !== null) at(position, "it is withheld, and yet there are words");
    return;
  }
  if (fact.body === null || fact.private === null) at(position, "there are no words, and yet it is not withheld");
  if (sha256(fact.body).toString("hex") !== fact.bodyDigest) at(position, "the body is not the one that was recorded");
  const committed = commitments(fact);
  const names = Object.keys(fact.private);
  if (names.length !== Object.keys(committed).length || !names.every((name) => Object.hasOwn(committed, name)))
    at(position, "private fields are missing or added");
  for (const [name, kept] of Object.entries(fact.private))
    if (kept !== null && sha256(Buffer.from(kept.salt, "hex"), kept.value).toString("hex") !== committed[name])
      at(position, `${name} is not the text that was recorded`);
}

function commitments(fact) {
  try {
    const body = JSON.parse(fact.body);
    if (isObject(body)) return body.private ?? {};
  } catch { /* told below */ }
  at(fact.position, "its body is not what a server records");
}

class History {
  facts = 0; first = 0; last = 0; epoch = 0; chain = ZERO; recordedAt = null; organization = ""; tops = []; checks = [];

  take(fact) {
    if (!this.facts) this.begin(fact);
    const { position } = fact;
    if (fact.organizationId !== this.organization) at(position, "it belongs to another organization");
    if (position !== this.last + 1) at(position, `position ${this.last + 1} should stand here`);
    if (fact.previousChain !== this.chain) at(position, "it does not follow the fact before it");
    checkWords(fact);
    if (chained(fact) !== fact.chain) at(position, "the header is not the one that was recorded");
    const recordedAt = microseconds(fact.recordedAt);
    if (fact.epoch < this.epoch) at(position, `epoch ${fact.epoch} is over, it is epoch ${this.epoch}`);
    if (this.recordedAt !== null && recordedAt <= this.recordedAt) at(position, "it was recorded no later than the fact before it");
    Object.assign(this, { facts: this.facts + 1, last: position, epoch: fact.epoch, chain: fact.chain, recordedAt });
    if (this.isWhole) this.grow(leaf(fact.chain));
    this.check(position);
  }

  begin(fact) {
    Object.assign(this, { organization: fact.organizationId, first: fact.position, last: fact.position - 1, chain: fact.previousChain });
    if (fact.position === 1 && this.chain !== ZERO) at(1, "the log begins with something before it");
    this.check(this.last);
  }

  get isWhole() { return this.first === 1; }

  // The tops of complete subtrees, each with the number of its leaves.
  grow(hash, leaves = 1) {
    const top = this.tops.at(-1);
    if (top?.leaves === leaves) {
      this.tops.pop();
      this.grow(node(top.hash, hash), leaves * 2);
    } else this.tops.push({ hash, leaves });
  }

  get root() { return this.tops.map((top) => top.hash).reduceRight((right, left) => node(left, right)); }

  check(position) {
    const due = this.checks.filter((each) => each.position === position);
    this.checks = this.checks.filter((each) => each.position !== position);
    for (const each of due) each.check(this);
  }

  end() {
    for (const each of this.checks.sort((one, other) => one.position - other.position)) each.check(this);
  }
}

// --- the tree

const leaf = (chain) => sha256(Buffer.of(0), Buffer.from(chain, "hex"));
const node = (left, right) => sha256(Buffer.of(1), left, right);
const largestLess = (size) => { let power = 1; while (power * 2 < size) power *= 2; return power; };

// What the recursions of RFC 6962, 2.1.1 and 2.1.2 would need, turned round: they take from the end of the proof.
function rootFromPath(hash, index, size, proof) {
  if (size === 1) return proof.length ? null : hash;
  const beside = proof.at(-1), rest = proof.slice(0, -1), left = largestLess(size);
  if (!beside) return null;
  const inner = index < left ? rootFromPath(hash, index, left, rest) : rootFromPath(hash, index - left, size - left, rest);
  return inner && (index < left ? node(inner, beside) : node(beside, inner));
}

function rootsFromGrowth(old, size, proof, oldRoot, isBeginning = true) {
  if (old === size) {
    if (isBeginning) return proof.length ? null : [oldRoot, oldRoot];
    return proof.length === 1 ? [proof[0], proof[0]] : null;
  }
  const beside = proof.at(-1), rest = proof.slice(0, -1), left = largestLess(size);
  if (!beside) return null;
  if (old <= left) {
    const roots = rootsFromGrowth(old, left, rest, oldRoot, isBeginning);
    return roots && [roots[0], node(roots[1], beside)];
  }
  const roots = rootsFromGrowth(old - left, size - left, rest, oldRoot, false);
  return roots && [node(beside, roots[0]), node(beside, roots[1])];
}

// --- checkpoints and proofs

const base64 = (text) => /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0 ? Buffer.from(text, "base64") : null;

function publicKey(said) {
  const text = (said.includes("+") ? said : readFileSync(said, "utf8")).trim();
  const [name, id, ...encoded] = text.split("+");
  const bytes = base64(encoded.join("+"));
  if (!name || bytes?.length !== 33 || bytes[0] !== 1) fail("the key is not of the form name+id+key");
  const number = sha256(`${name}\n`, bytes).subarray(0, 4);
  if (number.toString("hex") !== id) fail("the key's id is not that of its name and key");
  const x = bytes.subarray(1).toString("base64url");
  return { name, number, key: createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" }) };
}

function opened(note, key) {
  const cut = note.lastIndexOf("\n\n");
  if (cut < 0 || !note.endsWith("\n")) fail("the checkpoint: this is no signed note");
  const text = note.slice(0, cut + 1);
  for (const line of note.slice(cut + 2, -1).split("\n")) {
    const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? fail("the checkpoint: a line of its signatures has another form");
    const bytes = base64(encoded) ?? fail("the checkpoint: a signature is no base64");
    if (name !== key.name || !bytes.subarray(0, 4).equals(key.number)) continue;
    if (!signatureFits(null, Buffer.from(text), key.key, bytes.subarray(4))) fail("the checkpoint: its signature does not fit its text");
    return text;
  }
  fail(`the checkpoint: it is not signed with the key of ${key.name}`);
}

function checkpointOf(note, key) {
  const [origin, size, root, chain] = opened(note, key).split("\n");
  const [, name, organization, epoch] = /^(\S+)\/([0-9a-f-]{36})\/([1-9]\d*)$/.exec(origin) ?? [];
  const hash = base64(root ?? ""), last = /^chain ([0-9a-f]{64})$/.exec(chain ?? "");
  if (name !== key.name || !/^[1-9]\d{0,14}$/.test(size) || hash?.length !== 32 || !last)
    fail("the checkpoint: what is signed is none");
  return { position: Number(size), organization, epoch: Number(epoch), root: hash, chain: last[1], check: checkCheckpoint };
}

function checkCheckpoint(history) {
  const here = this.position;
  if (history.last < here) at(history.last + 1, `it is missing: the log was signed up to position ${here}`);
  if (history.last > here) fail(`the checkpoint of position ${here} says nothing of what begins at ${history.first}`);
  if (history.organization !== this.organization) at(here, "the checkpoint is of another organization");
  if (history.facts && history.epoch !== this.epoch) at(here, `it was signed in epoch ${this.epoch}, not in ${history.epoch}`);
  if (history.chain !== this.chain) at(here, "the facts up to here are not those that were signed");
  if (history.isWhole && !history.root.equals(this.root)) at(here, "the root is not the one that was signed");
}

function proofOf(text, key, begins) {
  const cut = text.indexOf("\n\n");
  const head = text.slice(0, cut).split("\n").filter((line) => !line.startsWith("extra "));
  if (cut < 0 || !begins.test(head[0])) fail("the proof: it begins with something else");
  return { head, checkpoint: checkpointOf(text.slice(cut + 2), key) };
}

const hashes = (lines) => lines.map((line) => {
  const hash = base64(line);
  return hash?.length === 32 ? hash : fail(`the proof: ${line} is no hash`);
});

function inclusionOf(text, key) {
  const { head: [, index, ...proof], checkpoint } = proofOf(text, key, /^c2sp\.org\/tlog-proof@v1$/);
  const number = /^index (0|[1-9]\d{0,14})$/.exec(index ?? "") ?? fail("the proof: it names no index");
  const position = Number(number[1]) + 1, path = hashes(proof);
  const check = (history) => {
    if (history.last !== position) at(position, "it is not in the file, and the proof is about it");
    if (history.organization !== checkpoint.organization) at(position, "the proof is about another organization");
    const root = position <= checkpoint.position && rootFromPath(leaf(history.chain), position - 1, checkpoint.position, path);
    if (!root || !root.equals(checkpoint.root)) at(position, "it is not the fact that was signed");
  };
  return { position, check };
}

function growth(text, key, earlier) {
  const { head: [old, ...proof], checkpoint } = proofOf(text, key, /^old \d+$/);
  const position = Number(old.slice(4)), path = hashes(proof);
  if (!earlier.length) fail("the proof: the checkpoint that it begins with was not given");
  for (const each of earlier) {
    if (each.organization !== checkpoint.organization) fail("the checkpoints are of two organizations");
    if (each.position !== position) fail(`the proof begins at position ${position}, the checkpoint at ${each.position}`);
    const roots = position <= checkpoint.position && rootsFromGrowth(position, checkpoint.position, path, each.root);
    if (!roots || !roots[0].equals(each.root) || !roots[1].equals(checkpoint.root))
      at(position, "the log went another way after it was signed up to here");
  }
  console.log(`The log of position ${checkpoint.position} begins with that of position ${position}.`);
}

// --- the command

async function main() {
  const many = { type: "string", multiple: true, default: [] };
  const { values, positionals: [file] } = parseArgs({ allowPositionals: true, options: { checkpoint: many, proof: many, key: { type: "string" } } });
  if (values.checkpoint.length + values.proof.length && !values.key) fail("a checkpoint or proof says nothing without the key of who signed");
  const read = (path) => existsSync(path) ? readFileSync(path, "utf8") : fail(`${path}: there is no such file`);
  const key = values.key && publicKey(values.key);
  const checkpoints = values.checkpoint.map((path) => checkpointOf(read(path), key));
  const history = new History();
  history.checks = [...checkpoints, ...values.proof.map((path) => inclusionOf(read(path), key))];
  let number = 0;
  for await (const line of linesOf(file === "-" ? process.stdin : createReadStream(file))) {
    if (!number && key && /^old \d+$/.test(line.toString())) return growth(read(file), key, checkpoints);
    history.take(parsed(number += 1, line));
  }
  history.end();
  console.log(`${history.facts} facts, positions ${history.first} to ${history.last}, chain ${history.chain}`);
  if (!key) console.error("Only the file's agreement with itself was checked: no key was given.");
}

main().catch((error) => {
  if (!(error instanceof DoesNotVerify)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
