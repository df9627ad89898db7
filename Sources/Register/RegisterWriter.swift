import DialogueModel
import GRDB
internal import GRDBSQLite

/// Writes a new register, once, from the first row to the last.
///
/// The file is written without a journal and without flushing: it is made under a temporary
/// name by its caller and renamed into place when it is whole, so a run that is killed leaves
/// no half register behind. Rows are gathered and written many at a time; see ``PendingRows``.
///
/// One writer is used by one thread at a time.
public final class RegisterWriter: @unchecked Sendable {
  private var connection: OpaquePointer?
  private var submissionsStatement: OpaquePointer?
  private var furtherStatement: OpaquePointer?
  private var setAsideStatement: OpaquePointer?
  private let pending: UnsafeMutablePointer<PendingRows>
  private var statements: [OpaquePointer] = []

  /// Creates the register at a path where no file is.
  ///
  /// GRDB makes the tables. The rows go through a connection of their own: GRDB's commit hooks
  /// expect that every commit is GRDB's.
  public init(path: String) throws(InspelError) {
    try Self.makeTables(path)
    pending = .allocate(capacity: 1)
    pending.initialize(to: PendingRows())
    guard
      sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
        == SQLITE_OK
    else { throw registerError(connection, doing: "opened") }
    try execute(
      """
      PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA cache_size = -2048; PRAGMA temp_store = FILE;
      """)
    guard RowTables.add(to: connection, pending) == SQLITE_OK else {
      throw registerError(connection, doing: "prepared")
    }
    submissionsStatement = try prepare(RowTables.writeSubmissions)
    furtherStatement = try prepare(RowTables.writeFurtherViewpoints)
    setAsideStatement = try prepare("INSERT INTO set_aside VALUES(?,?,?,?,?,?)")
    try execute("BEGIN")
  }

  deinit {
    close()
    pending.deinitialize(count: 1)
    pending.deallocate()
  }

  private func close() {
    for statement in statements { sqlite3_finalize(statement) }
    statements = []
    sqlite3_close(connection)
    connection = nil
  }

  private static func makeTables(_ path: String) throws(InspelError) {
    do {
      var configuration = Configuration()
      configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA page_size = 32768") }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try RegisterSchema.migrator.migrate(queue)
      try queue.close()
    } catch {
      throw InspelError(
        .registerFailed, "the register could not be created",
        remedy: "See that the folder may be written and that there is room, and run again.",
        cause: "\(error)")
    }
  }

  private func prepare(_ sql: String) throws(InspelError) -> OpaquePointer? {
    var statement: OpaquePointer?
    guard
      sqlite3_prepare_v3(
        connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil) == SQLITE_OK,
      let statement
    else { throw registerError(connection, doing: "prepared") }
    statements.append(statement)
    return statement
  }

  private func execute(_ sql: String) throws(InspelError) {
    guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else {
      throw registerError(connection, doing: "written")
    }
  }

  private func step(_ statement: OpaquePointer?) throws(InspelError) {
    guard sqlite3_step(statement) == SQLITE_DONE else {
      throw registerError(connection, doing: "written")
    }
    sqlite3_reset(statement)
  }

  /// Writes a submission that counts; they come in the order of their sequence, without gaps.
  public func write(_ row: SubmissionRow) throws(InspelError) {
    if pending.pointee.isFull { try flush() }
    pending.pointee.append(row)
  }

  /// Writes a viewpoint of the submission written last; its ordinal is from 1 to 65,535, and the
  /// first is 1.
  ///
  /// Empty blobs become NULL.
  public func writeViewpoint(
    ordinal: Int, question: Int, text: UnsafeBufferPointer<UInt8>,
    edits: UnsafeBufferPointer<UInt8>, masks: UnsafeBufferPointer<UInt8>,
    tags: UnsafeBufferPointer<UInt8>
  ) {
    pending.pointee.append(
      ordinal: ordinal, question: question, text: text, edits: edits, masks: masks, tags: tags)
  }

  /// Writes a record that does not count.
  public func writeSetAside(
    source: Int, record: Int, line: Int, outcome: RecordOutcome, code: FindingCode?, repeats: Int?
  ) throws(InspelError) {
    if pending.pointee.isFull { try flush() }
    pending.pointee.append(
      PendingRows.SetAside(
        source: source, record: record, line: line, outcome: outcome, code: code,
        repeats: repeats))
  }

  private func flush() throws(InspelError) {
    if !pending.pointee.submissions.isEmpty {
      try step(submissionsStatement)
      // SQLite gives the sequence: a row is then put at the end without looking for its place.
      guard sqlite3_last_insert_rowid(connection) == Int64(pending.pointee.lastSequence) else {
        throw InspelError(
          .registerFailed, "the register could not be written",
          remedy: "This is an error in the program. Please report it.",
          cause: "SQLite gave a submission another number than its own")
      }
    }
    if !pending.pointee.further.isEmpty { try step(furtherStatement) }
    for row in pending.pointee.setAside {
      sqlite3_bind_int64(setAsideStatement, 1, Int64(row.source))
      sqlite3_bind_int64(setAsideStatement, 2, Int64(row.record))
      sqlite3_bind_int64(setAsideStatement, 3, Int64(row.line))
      bind(row.outcome.rawValue, setAsideStatement, 4)
      bind(row.code?.rawValue, setAsideStatement, 5)
      if let repeats = row.repeats {
        sqlite3_bind_int64(setAsideStatement, 6, Int64(repeats))
      } else {
        sqlite3_bind_null(setAsideStatement, 6)
      }
      try step(setAsideStatement)
    }
    pending.pointee.removeAll()
  }

  /// Writes what is left and what is known at the end, and closes the file.
  public func finish(_ closing: RegisterClosing) throws(InspelError) {
    try flush()
    for (key, value) in closing.meta.sorted(by: { $0.key < $1.key }) {
      try insert("meta", [.text(key), .text(value)])
    }
    for (number, source) in closing.sources.enumerated() {
      try insert(
        "source",
        [
          .number(number + 1), .text(source.path), .optional(source.member),
          .text(source.sha256), .number(source.bytes), .text(source.profile),
          .text(source.channel), .optional(source.activity), .text(source.encoding),
          .number(source.read),
        ])
    }
    for question in closing.questions {
      try insert(
        "question",
        [
          .number(question.id), .number(question.source), .text(question.name),
          .text(question.kind.rawValue),
        ])
    }
    for count in closing.sensitiveCounts {
      try insert(
        "sensitive_count",
        [.text(count.channel), .text(count.dimension), .text(count.value), .number(count.count)])
    }
    for finding in closing.findings {
      try insert(
        "finding",
        [
          .text(finding.code.rawValue), .text(finding.severity.rawValue),
          .text(finding.place.file), .optionalNumber(finding.place.line),
          .optionalNumber(finding.place.record), .optional(finding.place.column),
          .text(finding.summary), .text(finding.consequence), .text(finding.remedy),
        ])
    }
    try execute("COMMIT")
    close()
  }

  private enum Value {
    case text(String)
    case number(Int)
    case optional(String?)
    case optionalNumber(Int?)
  }

  /// Rows of the small tables; the hot tables have their own prepared statements.
  private func insert(_ table: String, _ values: [Value]) throws(InspelError) {
    let marks = Array(repeating: "?", count: values.count).joined(separator: ",")
    let statement = try prepare("INSERT INTO \(table) VALUES(\(marks))")
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      switch value {
      case .text(let text): bind(text, statement, place)
      case .number(let number): sqlite3_bind_int64(statement, place, Int64(number))
      case .optional(let text): bind(text, statement, place)
      case .optionalNumber(let number):
        if let number {
          sqlite3_bind_int64(statement, place, Int64(number))
        } else {
          sqlite3_bind_null(statement, place)
        }
      }
    }
    try step(statement)
    sqlite3_finalize(statement)
    statements.removeLast()
  }

  private var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  private func bind(_ text: String?, _ statement: OpaquePointer?, _ place: Int32) {
    guard let text else {
      sqlite3_bind_null(statement, place)
      return
    }
    sqlite3_bind_text(statement, place, text, Int32(text.utf8.count), copied)
  }
}
