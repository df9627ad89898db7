/// What ends a line.
public enum CSVLineEnd: String, Sendable, CaseIterable {
  /// CR and LF, as Windows writes it.
  case crlf = "\r\n"
  /// LF.
  case lf = "\n"
  /// CR, as Mac OS wrote it before 2001.
  case cr = "\r"
}
