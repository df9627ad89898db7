import DialogueModel
import GRDB
internal import GRDBSQLite

/// Writes a new register, once, from the first row to the last.
///
/// The file is written without a journal and without flushing: it is made under a temporary
/// name by its caller and renamed into place when it is whole, so a run that is killed leaves
/// no half register behind. Rows are bound straight from the batch's columns.
///
/// One writer is used by one thread at a time.
public final class RegisterWriter: @unchecked Sendable {
  private var connection: OpaquePointer?
  private var submissionStatement: OpaquePointer?
  private var viewpointStatement: OpaquePointer?
  private var setAsideStatement: OpaquePointer?
  private var statements: [OpaquePointer] = []

  /// Creates the register at a path where no file is.
  ///
  /// GRDB makes the tables. The rows go through a connection of their own: GRDB's commit hooks
  /// expect that every commit is GRDB's.
  public init(path: String) throws(InspelError) {
    try Self.makeTables(path)
    guard
      sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
        == SQLITE_OK
    else { throw registerError(connection, doing: "opened") }
    try execute(
      """
      PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;
      """)
    submissionStatement = try prepare("INSERT INTO submission VALUES(?,?,?,?,?,?,?,?,?,?)")
    viewpointStatement = try prepare("INSERT INTO viewpoint VALUES(?,?,?,?,?,?)")
    setAsideStatement = try prepare("INSERT INTO set_aside VALUES(?,?,?,?,?,?)")
    try execute("BEGIN")
  }

  deinit { close() }

  private func close() {
    for statement in statements { sqlite3_finalize(statement) }
    statements = []
    sqlite3_close(connection)
    connection = nil
  }

  private static func makeTables(_ path: String) throws(InspelError) {
    do {
      var configuration = Configuration()
      configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA page_size = 16384") }
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

  @inline(__always)
  private func step(_ statement: OpaquePointer?) throws(InspelError) {
    guard sqlite3_step(statement) == SQLITE_DONE else {
      throw registerError(connection, doing: "written")
    }
    sqlite3_reset(statement)
  }

  /// Writes a submission that counts.
  public func write(_ row: SubmissionRow) throws(InspelError) {
    let statement = submissionStatement
    sqlite3_bind_int64(statement, 1, Int64(row.sequence))
    sqlite3_bind_int64(statement, 2, Int64(row.number))
    sqlite3_bind_int64(statement, 3, Int64(row.source))
    sqlite3_bind_int64(statement, 4, Int64(row.record))
    sqlite3_bind_int64(statement, 5, Int64(row.line))
    if let day = row.day {
      sqlite3_bind_int64(statement, 6, Int64(day))
    } else {
      sqlite3_bind_null(statement, 6)
    }
    bind(blob: row.groups, statement, 7)
    sqlite3_bind_int64(statement, 8, Int64(row.flags.rawValue))
    sqlite3_bind_int64(statement, 9, Int64(row.times))
    bind(blob: row.closed, statement, 10, emptyIsNull: true)
    try step(statement)
  }

  /// Writes a viewpoint of a submission; its ordinal is from 1 to 65,535.
  ///
  /// Empty blobs become NULL.
  public func writeViewpoint(
    submission: Int, ordinal: Int, question: Int, text: UnsafeBufferPointer<UInt8>,
    edits: UnsafeBufferPointer<UInt8>, masks: UnsafeBufferPointer<UInt8>,
    tags: UnsafeBufferPointer<UInt8>
  ) throws(InspelError) {
    let statement = viewpointStatement
    sqlite3_bind_int64(statement, 1, Int64(submission << StoredViewpoint.ordinalBits | ordinal))
    sqlite3_bind_int64(statement, 2, Int64(question))
    bind(text: text, statement, 3)
    bind(blob: edits, statement, 4, emptyIsNull: true)
    bind(blob: masks, statement, 5, emptyIsNull: true)
    bind(blob: tags, statement, 6, emptyIsNull: true)
    try step(statement)
  }

  /// Writes a record that does not count.
  public func writeSetAside(
    source: Int, record: Int, line: Int, outcome: RecordOutcome, code: FindingCode?, repeats: Int?
  ) throws(InspelError) {
    sqlite3_bind_int64(setAsideStatement, 1, Int64(source))
    sqlite3_bind_int64(setAsideStatement, 2, Int64(record))
    sqlite3_bind_int64(setAsideStatement, 3, Int64(line))
    bind(outcome.rawValue, setAsideStatement, 4)
    bind(code?.rawValue, setAsideStatement, 5)
    if let repeats {
      sqlite3_bind_int64(setAsideStatement, 6, Int64(repeats))
    } else {
      sqlite3_bind_null(setAsideStatement, 6)
    }
    try step(setAsideStatement)
  }

  /// Writes what is known at the end, makes the indices and closes the file.
  public func finish(_ closing: RegisterClosing) throws(InspelError) {
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
    try execute(RegisterSchema.indices)
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

  // The pointers are good until the statement has been stepped, and each statement is stepped
  // before its row's call returns, so SQLite need not copy.
  private var unowned: sqlite3_destructor_type? { nil }
  private var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  @inline(__always)
  private func bind(text: UnsafeBufferPointer<UInt8>, _ statement: OpaquePointer?, _ place: Int32) {
    guard text.count > 0, let base = text.baseAddress else {
      sqlite3_bind_text(statement, place, "", 0, unowned)
      return
    }
    base.withMemoryRebound(to: CChar.self, capacity: text.count) { characters in
      _ = sqlite3_bind_text(statement, place, characters, Int32(text.count), unowned)
    }
  }

  @inline(__always)
  private func bind(
    blob: UnsafeBufferPointer<UInt8>, _ statement: OpaquePointer?, _ place: Int32,
    emptyIsNull: Bool = false
  ) {
    if blob.isEmpty {
      if emptyIsNull {
        sqlite3_bind_null(statement, place)
      } else {
        sqlite3_bind_zeroblob(statement, place, 0)
      }
    } else {
      sqlite3_bind_blob(statement, place, blob.baseAddress, Int32(blob.count), unowned)
    }
  }

  private func bind(_ text: String?, _ statement: OpaquePointer?, _ place: Int32) {
    guard let text else {
      sqlite3_bind_null(statement, place)
      return
    }
    sqlite3_bind_text(statement, place, text, Int32(text.utf8.count), copied)
  }
}
