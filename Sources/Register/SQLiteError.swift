import DialogueModel
internal import GRDBSQLite

/// Turns a SQLite result into an error that says what to do, without any value in it.
func registerError(_ connection: OpaquePointer?, doing action: String) -> InspelError {
  let code = sqlite3_extended_errcode(connection)
  let reason = String(cString: sqlite3_errstr(code))
  return InspelError(
    .registerFailed, "the register could not be \(action)",
    remedy: "See that there is room on the disk and that the folder may be written, and run again.",
    cause: "SQLite says \(reason) (\(code))")
}
