import DialogueModel
import Foundation

/// Where the words of a command go: results to standard output, everything else to standard
/// error; on a terminal wrapped and with progress, in a pipe one finding a line.
enum Terminal {
  static let width = 100

  static var resultIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var messagesAreTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  static func result(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  static func message(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  static func bytes(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { writeAll($0, to: STDOUT_FILENO) }
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { writeAll(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      let count = Foundation.write(descriptor, base, rest.count)
      if count <= 0 {
        // A reader that has gone away (`inspel … | head`) is no error of ours; a full disk is.
        if errno == EPIPE { return }
        exit(1)
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Prints findings, worst first and otherwise in their order.
  ///
  /// - Parameters:
  ///   - findings: The findings.
  ///   - least: Findings below this severity are only counted.
  ///   - rest: Where those are to be found.
  static func show(_ findings: [Finding], least: Severity = .note, rest: String = "") {
    for severity in Severity.allCases.reversed() where severity >= least {
      for finding in findings where finding.severity == severity { show(finding) }
    }
    let below = findings.count { $0.severity < least }
    if below > 0 { message("\(below) \(below == 1 ? "note is" : "notes are") not shown\(rest).") }
  }

  private static func show(_ finding: Finding) {
    let head = "\(finding.severity.rawValue): \(finding.place): \(finding.summary)."
    let rest = [finding.consequence, finding.remedy, "(\(finding.code.rawValue))"]
      .filter { !$0.isEmpty }.joined(separator: " ")
    if messagesAreTerminal {
      message(head)
      message(wrap(rest, indent: "  "))
    } else {
      message(head + " " + rest)
    }
  }

  static func show(_ error: InspelError) {
    var words = "error: "
    if let place = error.place { words += "\(place): " }
    words += error.message + "."
    let rest = [error.cause.map { $0 + "." }, error.remedy, "(\(error.code.rawValue))"]
      .compactMap { $0 }.joined(separator: " ")
    message(messagesAreTerminal ? words + "\n" + wrap(rest, indent: "  ") : words + " " + rest)
  }

  /// Breaks a text into lines of at most `width` characters.
  static func wrap(_ text: String, indent: String) -> String {
    var lines: [String] = []
    var line = indent
    for word in text.split(separator: " ") {
      if line.count + word.count + 1 > width, line != indent {
        lines.append(line)
        line = indent
      }
      line += (line == indent ? "" : " ") + word
    }
    lines.append(line)
    return lines.joined(separator: "\n")
  }

  /// A cell's words without what would steer the terminal or turn the reading order round: names come
  /// from files that anybody may have written.
  static func plain(_ cell: String) -> String {
    let steers = cell.unicodeScalars.contains { isControl($0) }
    guard steers else { return cell }
    var words = String.UnicodeScalarView()
    for scalar in cell.unicodeScalars { words.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
    return String(words)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: scalar.properties.generalCategory == .control
    }
  }

  /// Lays out rows in columns: the first to the left, the others to the right.
  static func table(
    _ rows: [[String]], leftColumns: Set<Int> = [0], indent: String = "  ", gap: String = "  "
  ) -> String {
    let rows = rows.map { $0.map(plain) }
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = indent
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: max(0, widths[column] - cell.count))
        if column > 0 { line += gap }
        line += leftColumns.contains(column) ? cell + padding : padding + cell
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// A whole number with a no-break blank between thousands.
  static func number(_ value: Int) -> String {
    var digits = Array(String(abs(value)))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(" ", at: place)
      place -= 3
    }
    return (value < 0 ? "−" : "") + String(digits)
  }
}
