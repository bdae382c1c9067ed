// SPDX-License-Identifier: GPL-3.0-or-later
// What sync_vs_pouchdb is measured beside: PouchDB over LevelDB here, express-pouchdb in another process. Reads one order a line and answers
// each with one line of JSON, so that it is measured in turns with ours:
//   push FILE      one document of JSON a line, into a fresh database (not timed) and from there to a fresh one of the server
//   pull           what was pushed last, from the server into a fresh database
//   push1000 FILE, pull1000   the same with a thousand documents at once instead of a hundred, which is the quickest for it
//   trip           one more document into a database, and to the server: until the replication says that it is there
// Answers: {"us": microseconds, "documents": n}, for all of them together.
//   measure.js FOLDER
'use strict';

const { fork } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const readline = require('node:readline');
const PouchDB = require('pouchdb');

const asItComes = {};
const tuned = { batch_size: 1000 }; // of 100 (as it comes), 500, 1,000 and 5,000

const folder = process.argv[2];
const Databases = PouchDB.defaults({ prefix: `${folder}/here/` });
fs.mkdirSync(`${folder}/here`, { recursive: true });
fs.mkdirSync(`${folder}/there`, { recursive: true });

let address = '';
let count = 0;
let pushed = '';
let trips = null;

async function timed(work) {
  const begin = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - begin) / 1000;
}

async function replicate(source, target, expected, options) {
  const result = await PouchDB.replicate(source, target, options);
  if (!result.ok || result.docs_written !== expected) throw new Error(`${result.docs_written} of ${expected} documents arrived`);
}

function remote(name) {
  return new PouchDB(`${address}/${name}`);
}

async function push(file, options) {
  const documents = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
  pushed = `pushed${++count}`;
  const local = new Databases(pushed);
  for (let from = 0; from < documents.length; from += 1000) await local.bulkDocs(documents.slice(from, from + 1000));
  const there = remote(pushed);
  await there.info();
  const us = await timed(() => replicate(local, there, documents.length, options));
  await local.close();
  return { us, documents: documents.length };
}

async function pull(options) {
  const there = remote(pushed);
  const documents = (await there.info()).doc_count;
  const local = new Databases(`pulled${++count}`);
  await local.info();
  const us = await timed(() => replicate(there, local, documents, options));
  await local.close();
  return { us, documents };
}

async function trip() {
  if (!trips) {
    trips = { local: new Databases('trips'), there: remote('trips') };
    await trips.local.info();
    await trips.there.info();
  }
  const document = { _id: `trip${String(++count).padStart(8, '0')}`, type: 'ticket.recalled', body: { place: 'x'.repeat(300) } };
  const us = await timed(async () => {
    await trips.local.put(document);
    await replicate(trips.local, trips.there, 1, asItComes);
  });
  return { us, documents: 1 };
}

async function main() {
  const server = fork(path.join(__dirname, 'serve.js'), [`${folder}/there`], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const { port } = await new Promise((resolve, reject) => {
    server.once('message', resolve);
    server.once('exit', () => reject(new Error('the server did not come up')));
  });
  address = `http://127.0.0.1:${port}`;
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const [order, file] = line.split(' ');
    const options = order.endsWith('1000') ? tuned : asItComes;
    const answer = order.startsWith('push') ? await push(file, options) : order.startsWith('pull') ? await pull(options) : await trip();
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
  server.disconnect();
}

main().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
