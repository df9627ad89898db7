internal import GRDBSQLite
import Records

/// Shows the rows that wait as two virtual tables, so that one statement writes all of them.
///
/// `INSERT … SELECT` from a virtual table keeps its place at the end of the table from row to
/// row; a statement for each row looks for it anew, and costs nearly twice as much. A submission's
/// `seq` is not given, so SQLite takes the next and need not see whether it is there already. This
/// is one of the two files of the room that speak SQLite's C.
enum RowTables {
  private static let submissionColumns = """
    number, source, record, line, day, groups, flags, times, closed, question, text, edits, \
    masks, tags
    """
  private static let viewpointColumns = "id, question, text, edits, masks, tags"

  static let writeSubmissions =
    "INSERT INTO submission(\(submissionColumns)) SELECT * FROM pending_submission"
  static let writeFurtherViewpoints =
    "INSERT INTO further_viewpoint SELECT * FROM pending_viewpoint"

  /// Makes the tables known to a connection; `rows` must stay where it is as long as that is open.
  static func add(to connection: OpaquePointer?, _ rows: UnsafeMutablePointer<PendingRows>) -> Int32
  {
    let first = sqlite3_create_module(
      connection, "pending_submission", submissionModule, UnsafeMutableRawPointer(rows))
    guard first == SQLITE_OK else { return first }
    return sqlite3_create_module(
      connection, "pending_viewpoint", viewpointModule, UnsafeMutableRawPointer(rows))
  }

  // SQLite extends its own structures by putting them first in others.
  private struct Table {
    var base = sqlite3_vtab()
    var rows: UnsafeMutablePointer<PendingRows>
  }

  private struct Cursor {
    var base = sqlite3_vtab_cursor()
    var rows: UnsafeMutablePointer<PendingRows>
    var place = 0
    var count = 0
  }

  // The modules are made once, are never changed, and live as long as the process.
  nonisolated(unsafe) private static let submissionModule = makeModule(
    connect: { connection, rows, _, _, table, _ in
      declare("CREATE TABLE x(\(submissionColumns))", connection, rows, table)
    },
    filter: { cursor, _, _, _, _ in
      begin(cursor) { $0.pointee.submissions.count }
    },
    column: { cursor, context, column in
      let cursor = RowTables.cursor(cursor)
      let place = cursor.pointee.place
      let row = cursor.pointee.rows.pointee.submissions[place]
      switch column {
      case 0: sqlite3_result_int64(context, Int64(row.number))
      case 1: sqlite3_result_int64(context, Int64(row.source))
      case 2: sqlite3_result_int64(context, Int64(row.record))
      case 3: sqlite3_result_int64(context, Int64(row.line))
      case 4: if let day = row.day { sqlite3_result_int64(context, Int64(day)) }
      case 5: give(context, cursor.pointee.rows.pointee.groups.value(at: place), orNull: false)
      case 6: sqlite3_result_int64(context, Int64(row.flags))
      case 7: sqlite3_result_int64(context, Int64(row.times))
      case 8: give(context, cursor.pointee.rows.pointee.closed.value(at: place), orNull: true)
      default:
        if let viewpoint = row.viewpoint {
          give(context, viewpoint, of: cursor.pointee.rows, column: column - 8)
        }
      }
      return SQLITE_OK
    })

  nonisolated(unsafe) private static let viewpointModule = makeModule(
    connect: { connection, rows, _, _, table, _ in
      declare("CREATE TABLE x(\(viewpointColumns))", connection, rows, table)
    },
    filter: { cursor, _, _, _, _ in
      begin(cursor) { $0.pointee.further.count }
    },
    column: { cursor, context, column in
      let cursor = RowTables.cursor(cursor)
      let rows = cursor.pointee.rows
      give(context, rows.pointee.further[cursor.pointee.place], of: rows, column: column)
      return SQLITE_OK
    })

  /// Gives a column of a viewpoint, by its place in `viewpointColumns`.
  @inline(__always)
  private static func give(
    _ context: OpaquePointer?, _ viewpoint: Int, of rows: UnsafeMutablePointer<PendingRows>,
    column: Int32
  ) {
    switch column {
    case 0: sqlite3_result_int64(context, Int64(rows.pointee.viewpoints[viewpoint].id))
    case 1: sqlite3_result_int64(context, Int64(rows.pointee.viewpoints[viewpoint].question))
    case 2: give(context, text: rows.pointee.texts.value(at: viewpoint))
    case 3: give(context, rows.pointee.edits.value(at: viewpoint), orNull: true)
    case 4: give(context, rows.pointee.masks.value(at: viewpoint), orNull: true)
    default: give(context, rows.pointee.tags.value(at: viewpoint), orNull: true)
    }
  }

  private typealias Connect =
    @convention(c) (
      OpaquePointer?, UnsafeMutableRawPointer?, Int32, UnsafePointer<UnsafePointer<CChar>?>?,
      UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab>?>?,
      UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    ) -> Int32
  private typealias Filter =
    @convention(c) (
      UnsafeMutablePointer<sqlite3_vtab_cursor>?, Int32, UnsafePointer<CChar>?, Int32,
      UnsafeMutablePointer<OpaquePointer?>?
    ) -> Int32
  private typealias Column =
    @convention(c) (UnsafeMutablePointer<sqlite3_vtab_cursor>?, OpaquePointer?, Int32) -> Int32

  private static func makeModule(
    connect: @escaping Connect, filter: @escaping Filter, column: @escaping Column
  ) -> UnsafeMutablePointer<sqlite3_module> {
    var module = sqlite3_module()
    // Without xCreate the tables are there by their names alone, and in no schema.
    module.xConnect = connect
    module.xBestIndex = { _, index in
      index?.pointee.estimatedCost = 1
      return SQLITE_OK
    }
    module.xDisconnect = { table in
      RowTables.release(table)
      return SQLITE_OK
    }
    module.xDestroy = module.xDisconnect
    module.xOpen = { table, cursor in
      guard let table else { return SQLITE_MISUSE }
      let rows = UnsafeMutableRawPointer(table).assumingMemoryBound(to: Table.self).pointee.rows
      let made = UnsafeMutablePointer<Cursor>.allocate(capacity: 1)
      made.initialize(to: Cursor(rows: rows))
      cursor?.pointee = UnsafeMutableRawPointer(made)
        .assumingMemoryBound(to: sqlite3_vtab_cursor.self)
      return SQLITE_OK
    }
    module.xClose = { cursor in
      RowTables.release(cursor)
      return SQLITE_OK
    }
    module.xFilter = filter
    module.xNext = { cursor in
      RowTables.cursor(cursor).pointee.place += 1
      return SQLITE_OK
    }
    module.xEof = { cursor in
      let cursor = RowTables.cursor(cursor)
      return cursor.pointee.place < cursor.pointee.count ? 0 : 1
    }
    module.xColumn = column
    module.xRowid = { cursor, row in
      row?.pointee = Int64(RowTables.cursor(cursor).pointee.place)
      return SQLITE_OK
    }
    let place = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
    place.initialize(to: module)
    return place
  }

  private static func declare(
    _ sql: String, _ connection: OpaquePointer?, _ rows: UnsafeMutableRawPointer?,
    _ table: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab>?>?
  ) -> Int32 {
    guard let rows else { return SQLITE_MISUSE }
    let result = sqlite3_declare_vtab(connection, sql)
    guard result == SQLITE_OK else { return result }
    let made = UnsafeMutablePointer<Table>.allocate(capacity: 1)
    made.initialize(to: Table(rows: rows.assumingMemoryBound(to: PendingRows.self)))
    table?.pointee = UnsafeMutableRawPointer(made).assumingMemoryBound(to: sqlite3_vtab.self)
    return SQLITE_OK
  }

  private static func begin(
    _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?,
    _ count: (UnsafeMutablePointer<PendingRows>) -> Int
  ) -> Int32 {
    let cursor = RowTables.cursor(cursor)
    cursor.pointee.place = 0
    cursor.pointee.count = count(cursor.pointee.rows)
    return SQLITE_OK
  }

  @inline(__always)
  private static func cursor(
    _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?
  ) -> UnsafeMutablePointer<Cursor> {
    UnsafeMutableRawPointer(cursor.unsafelyUnwrapped).assumingMemoryBound(to: Cursor.self)
  }

  private static func release(_ pointer: UnsafeMutableRawPointer?) { pointer?.deallocate() }

  // The rows stay as they are until the statement has ended, so SQLite need not copy.
  @inline(__always)
  private static func give(_ context: OpaquePointer?, text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress else { return sqlite3_result_text(context, "", 0, nil) }
    base.withMemoryRebound(to: CChar.self, capacity: text.count) {
      sqlite3_result_text(context, $0, Int32(text.count), nil)
    }
  }

  @inline(__always)
  private static func give(
    _ context: OpaquePointer?, _ blob: UnsafeBufferPointer<UInt8>, orNull: Bool
  ) {
    // A column that is not given anything is NULL.
    if blob.isEmpty && orNull { return }
    sqlite3_result_blob(context, blob.baseAddress, Int32(blob.count), nil)
  }
}
