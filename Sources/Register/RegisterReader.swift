import DialogueModel
import GRDB

/// Reads a register that a run has written; changes nothing in it.
public final class RegisterReader: Sendable {
  private let queue: DatabaseQueue

  /// Opens a register.
  public init(path: String) throws(InspelError) {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.publicStatementArguments = false
      queue = try DatabaseQueue(path: path, configuration: configuration)
      let known = try queue.read { db in
        try RegisterSchema.migrator.hasBeenSuperseded(db) == false
          && RegisterSchema.migrator.hasCompletedMigrations(db)
      }
      guard known else {
        throw InspelError(
          .registerFailed, "the register was written by another version of Inspel",
          remedy: "Run inspel run again with this version.", place: Place(file: path))
      }
    } catch let error as InspelError {
      throw error
    } catch {
      throw Self.failed(path, error)
    }
  }

  /// The facts about the register and the run.
  public func meta() throws(InspelError) -> [String: String] {
    try read { db in
      var values: [String: String] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT key, value FROM meta") {
        values[row[0]] = row[1]
      }
      return values
    }
  }

  /// The sources, in the order of their numbers.
  public func sources() throws(InspelError) -> [RegisterClosing.Source] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM source ORDER BY id").map { row in
        RegisterClosing.Source(
          path: row["path"], member: row["member"], sha256: row["sha256"], bytes: row["bytes"],
          profile: row["profile"], channel: row["channel"], activity: row["activity"],
          encoding: row["encoding"],
          read: row["read"])
      }
    }
  }

  /// The questions, by number.
  public func questions() throws(InspelError) -> [RegisterClosing.Question] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM question ORDER BY id").map { row in
        RegisterClosing.Question(
          id: row["id"], source: row["source"], name: row["name"],
          kind: row["kind"] == "text" ? .text : .closed)
      }
    }
  }

  /// The counts of the sensitive dimensions.
  public func sensitiveCounts() throws(InspelError) -> [RegisterClosing.SensitiveCount] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM sensitive_count ORDER BY rowid").map { row in
        RegisterClosing.SensitiveCount(
          channel: row["channel"], dimension: row["dimension"], value: row["value"],
          count: row["count"])
      }
    }
  }

  /// The findings, in their order.
  public func findings() throws(InspelError) -> [Finding] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM finding ORDER BY rowid").map { row in
        Finding(
          FindingCode(rawValue: row["code"]),
          at: Place(
            file: row["file"], line: row["line"], record: row["record"],
            column: row["column_name"]),
          severity: Severity(rawValue: row["severity"]) ?? .error, row["summary"],
          consequence: row["consequence"], remedy: row["remedy"])
      }
    }
  }

  /// The submissions with some public numbers, by number, found in one go through the table.
  ///
  /// A number that no submission has is not in the result.
  public func submissions(
    numbers: some Collection<Int>
  ) throws(InspelError) -> [Int: StoredSubmission] {
    guard !numbers.isEmpty else { return [:] }
    return try read { db in
      var found: [Int: StoredSubmission] = [:]
      // Whole numbers, so they may stand in the statement; there can be too many for arguments.
      let list = numbers.map(String.init).joined(separator: ",")
      let rows = try Row.fetchCursor(
        db,
        sql: "SELECT \(Self.columns) FROM submission WHERE number IN (\(list)) ORDER BY seq")
      while let row = try rows.next() {
        let submission = Self.submission(row)
        if found[submission.number] == nil { found[submission.number] = submission }
      }
      return found
    }
  }

  /// The submission with a public number.
  public func submission(number: Int) throws(InspelError) -> StoredSubmission? {
    try submissions(numbers: [number])[number]
  }

  /// Goes through all submissions with their viewpoints, in the order of acceptance.
  public func forEachSubmission(
    _ body: (StoredSubmission, [StoredViewpoint]) throws -> Void
  ) throws(InspelError) {
    try read { db in
      // Both stand in the order of the submissions, so two cursors go side by side and nothing but
      // one submission is in memory.
      let rows = try Row.fetchCursor(
        db,
        sql: "SELECT \(Self.columns), \(Self.firstViewpoint) FROM submission ORDER BY seq")
      let viewpoints = try Row.fetchCursor(
        db, sql: "SELECT \(Self.furtherViewpoint) FROM further_viewpoint ORDER BY id")
      var waiting = try viewpoints.next().map { Self.viewpoint($0) }
      while let row = try rows.next() {
        let submission = Self.submission(row)
        var own: [StoredViewpoint] = []
        if row[Self.columnCount + 1] != nil {
          own.append(Self.viewpoint(row, from: Self.columnCount))
        }
        while let next = waiting, next.submission == submission.sequence {
          own.append(next)
          waiting = try viewpoints.next().map { Self.viewpoint($0) }
        }
        try body(submission, own)
      }
    }
  }

  /// The viewpoints of one submission, in their order.
  public func viewpoints(of submission: Int) throws(InspelError) -> [StoredViewpoint] {
    try read { db in
      let first = try Row.fetchAll(
        db,
        sql: "SELECT \(Self.firstViewpoint) FROM submission "
          + "WHERE seq = ? AND question IS NOT NULL",
        arguments: [submission])
      let further = try Row.fetchAll(
        db,
        sql: "SELECT \(Self.furtherViewpoint) FROM further_viewpoint "
          + "WHERE id BETWEEN ? AND ? ORDER BY id",
        arguments: [
          submission << StoredViewpoint.ordinalBits,
          ((submission + 1) << StoredViewpoint.ordinalBits) - 1,
        ])
      return (first + further).map { Self.viewpoint($0) }
    }
  }

  /// Goes through all records that do not count, in the order of the sources.
  public func forEachSetAside(_ body: (StoredSetAside) throws -> Void) throws(InspelError) {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM set_aside ORDER BY rowid")
      while let row = try rows.next() {
        try body(
          StoredSetAside(
            source: row["source"], record: row["record"], line: row["line"],
            outcome: RecordOutcome(rawValue: row["outcome"]) ?? .rejected, code: row["code"],
            repeats: row["repeats"]))
      }
    }
  }

  private func read<Value>(_ body: (Database) throws -> Value) throws(InspelError) -> Value {
    do {
      return try queue.read(body)
    } catch let error as InspelError {
      throw error
    } catch {
      throw Self.failed(queue.path, error)
    }
  }

  // Columns are taken by their places, since looking for a name costs more than the value.
  private static let columns =
    "seq, number, source, record, line, day, groups, flags, times, closed"
  private static let columnCount = 10
  private static let furtherViewpoint = "id, question, text, edits, masks, tags"
  private static let firstViewpoint =
    "seq << \(StoredViewpoint.ordinalBits) | 1, question, text, edits, masks, tags"

  private static func submission(_ row: Row) -> StoredSubmission {
    StoredSubmission(
      sequence: row[0], number: row[1], source: row[2], record: row[3], line: row[4],
      day: row[5], groups: bytes(row[6]), flags: SubmissionRow.Flags(rawValue: row[7]),
      times: row[8], closed: bytes(row[9]))
  }

  /// The viewpoint whose columns begin at a place of the row.
  private static func viewpoint(_ row: Row, from place: Int = 0) -> StoredViewpoint {
    let id: Int = row[place]
    return StoredViewpoint(
      submission: id >> StoredViewpoint.ordinalBits,
      ordinal: id & ((1 << StoredViewpoint.ordinalBits) - 1), question: row[place + 1],
      text: row[place + 2], edits: bytes(row[place + 3]), masks: bytes(row[place + 4]),
      tags: bytes(row[place + 5]))
  }

  private static func bytes(_ value: DatabaseValue) -> [UInt8] {
    guard case .blob(let data) = value.storage else { return [] }
    return [UInt8](data)
  }

  private static func failed(_ path: String, _ error: any Error) -> InspelError {
    InspelError(
      .registerFailed, "the register cannot be read",
      remedy: "Run inspel run again; the register is rebuilt from the sources.",
      place: Place(file: path), cause: "\(error)")
  }
}
