import GRDB

/// The register's tables.
///
/// A run writes a register anew, so there is one migration; it tells a reader which version wrote the
/// file, and a register of another version is refused.
enum RegisterSchema {
  static let version = 3

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("3 submissions, viewpoints, what was set aside, findings") { db in
      try db.execute(
        sql: """
          CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

          CREATE TABLE source(
            id INTEGER PRIMARY KEY, path TEXT NOT NULL, member TEXT, sha256 TEXT NOT NULL,
            bytes INTEGER NOT NULL, profile TEXT NOT NULL, channel TEXT NOT NULL,
            activity TEXT, encoding TEXT NOT NULL, read INTEGER NOT NULL);

          -- One row for each column of free text or closed answers in a source.
          CREATE TABLE question(
            id INTEGER PRIMARY KEY, source INTEGER NOT NULL, name TEXT NOT NULL,
            kind TEXT NOT NULL);

          -- A submission that counts, with its first viewpoint, since most have one: a row of its
          -- own for that costs nearly as much again. `number` is the public number; it has no
          -- index, because going through a million rows takes a tenth of a second, and making one
          -- takes ten. `day` is days from 1970-01-01, `groups` one byte for each dimension that is
          -- not sensitive (0 not said, else the group's place from 1), `closed` the closed
          -- answers, packed. The columns of the viewpoint are NULL when there is none. `seq` stands
          -- last because SQLite gives it: so the others need not be copied into another order.
          CREATE TABLE submission(
            number INTEGER NOT NULL, source INTEGER NOT NULL, record INTEGER NOT NULL,
            line INTEGER NOT NULL, day INTEGER, groups BLOB NOT NULL, flags INTEGER NOT NULL,
            times INTEGER NOT NULL, closed BLOB, question INTEGER, text TEXT, edits BLOB,
            masks BLOB, tags BLOB, seq INTEGER PRIMARY KEY);

          -- A viewpoint after the first of its submission. `id` is 65,536 times the submission's
          -- `seq`, plus the viewpoint's place in it from 1; so the rows of a submission stand
          -- together and need no index. `text` is normalised and masked; `edits`, `masks` and
          -- `tags` are packed (see the page Files).
          CREATE TABLE further_viewpoint(
            id INTEGER PRIMARY KEY, question INTEGER NOT NULL, text TEXT NOT NULL, edits BLOB,
            masks BLOB, tags BLOB);

          -- All viewpoints, for whoever asks the register by hand.
          CREATE VIEW viewpoint(id, question, text, edits, masks, tags) AS
            SELECT seq << 16 | 1, question, text, edits, masks, tags FROM submission
              WHERE question IS NOT NULL
            UNION ALL SELECT id, question, text, edits, masks, tags FROM further_viewpoint;

          -- A record that does not count, and why.
          CREATE TABLE set_aside(
            source INTEGER NOT NULL, record INTEGER NOT NULL, line INTEGER NOT NULL,
            outcome TEXT NOT NULL, code TEXT, repeats INTEGER);

          -- Sensitive dimensions: counts only, no link to a submission.
          CREATE TABLE sensitive_count(
            channel TEXT NOT NULL, dimension TEXT NOT NULL, value TEXT NOT NULL,
            count INTEGER NOT NULL);

          CREATE TABLE finding(
            code TEXT NOT NULL, severity TEXT NOT NULL, file TEXT NOT NULL, line INTEGER,
            record INTEGER, column_name TEXT, summary TEXT NOT NULL,
            consequence TEXT NOT NULL, remedy TEXT NOT NULL);
          """)
    }
    return migrator
  }
}
