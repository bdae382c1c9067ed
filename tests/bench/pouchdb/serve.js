// SPDX-License-Identifier: GPL-3.0-or-later
// The serving side of what sync_vs_pouchdb is measured beside: express-pouchdb over LevelDB on a free port of this computer, in a process of
// its own. Started by measure.js, to whom it tells the port; ends with it.
//   serve.js FOLDER
'use strict';

const express = require('express');
const expressPouchDB = require('express-pouchdb');
const PouchDB = require('pouchdb');

const folder = process.argv[2];
const Databases = PouchDB.defaults({ prefix: `${folder}/` });
const application = express();
// Only what a replication asks for: the rest would cost it time.
application.use('/', expressPouchDB(Databases, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: `${folder}/log.txt` }));
const server = application.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('disconnect', () => process.exit(0));
