// The rule that CouchDB itself holds for a site's database: documents are added, never changed. It runs inside CouchDB for
// every write, so it is kept as text, in the JavaScript of CouchDB's old engine. Server admins are let through (how else
// would one mend a database?); everyone else is refused each way in which a stored document could become another:
// an update, a deletion, a revision written with `new_edits: false` beside the stored one (the plain check for an old
// document does not see that), and attachments.

export const appendOnly = `function (doc, old, user) {
  if (user.roles.indexOf('_admin') !== -1) return;
  if (old) throw { forbidden: 'update' };
  if (doc._deleted) throw { forbidden: 'delete' };
  if (doc._rev || doc._revisions) throw { forbidden: 'new_edits=false' };
  if (doc._attachments) throw { forbidden: 'attachments' };
}`;
