// The rule the database itself holds: what a tablet has sent stays as it is. CouchDB runs this function for every
// document someone wants to write, on every node; it knows nothing of the app and so stands here as its source.

/**
 * The validation function of a site's database, as text for CouchDB's own JavaScript (ES5), which asks it about
 * `doc`, the revision it would replace (`old`) and who writes (`user`). Line by line:
 * 1. A server administrator is let through: preparing the database and taking back a backup are their work.
 * 2. Nobody replaces a document: a segment is written once.
 * 3. Nor deletes one. A deletion can be the first revision of an id, where line 2 sees nothing to compare with.
 * 4. Nor brings a revision of their own (`new_edits: false`). CouchDB would take it as a sibling that replaces nothing, so
 *    line 2 does not see it, and the sibling with the greater number would be shown instead of the true document.
 *    An honest first write has neither field at this point.
 * 5. Nor hangs files on a document: they are no part of what is sealed, and would fill the disk unseen.
 */
export const appendOnly = `function (doc, old, user) {
  if (user.roles.indexOf('_admin') !== -1) return;
  if (old) throw { forbidden: 'update' };
  if (doc._deleted) throw { forbidden: 'delete' };
  if (doc._rev || doc._revisions) throw { forbidden: 'new_edits=false' };
  if (doc._attachments) throw { forbidden: 'attachments' };
}`;
