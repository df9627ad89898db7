import DialogueModel

/// A table's columns with their roles, whatever kind of file the table stands in.
struct TableColumns {
  /// The roles, or `nil` when the source cannot be used.
  let layout: SourceLayout?
  /// For each file column its batch column or −1.
  let selection: [Int]
  /// What was found.
  let findings: [Finding]

  /// Maps the columns.
  ///
  /// - Parameters:
  ///   - file: The source.
  ///   - names: The columns' names, in order.
  ///   - first: The first rows of the table, header and records alike.
  ///   - line: The line, or the sheet's row, of the header's last row.
  ///   - limits: How many columns there may be.
  init(_ file: SourceFile, names: [String], first: [[String]], line: Int, limits: SourceLimits) {
    guard names.count <= limits.columns else {
      layout = nil
      selection = []
      findings = [Self.tooMany(file.path, names.count, limits, line: line)]
      return
    }
    guard ToolRecognition(profiles: [file.profile]).table(first).kind == nil else {
      layout = nil
      selection = []
      findings = [Self.notSubmissions(file, line: line)]
      return
    }
    let map = HeaderMap(names: names, file: file.path, line: line)
    var (layout, selection, mapFindings) = map.map(file.declaration, file.profile)
    for (position, column) in selection.enumerated() where column >= 0 {
      layout.fileNames[column] = names[position]
    }
    var findings = mapFindings
    findings += SourceOpener.leftOut(
      layout, file: file.path, line: line,
      declares: !(file.declaration.text + file.declaration.closed).isEmpty)
    findings += Self.doubt(file, first, line: line)
    let fatal: [FindingCode] = [.mapColumnMissing, .mapNothingMapped]
    let isUsable = !findings.contains { fatal.contains($0.code) }
    self.layout = isUsable ? layout : nil
    self.selection = selection
    self.findings = findings
  }

  /// The finding for a table with more columns than the limit.
  static func tooMany(_ path: String, _ count: Int, _ limits: SourceLimits, line: Int) -> Finding {
    Finding(
      .limitExceeded, at: Place(file: path, line: line),
      "the header has \(count) columns, and the limit is \(limits.columns)",
      consequence: "The source is not read.",
      remedy: "See that the delimiter is right. Raise limits.columns in dialogue.yaml if it is.")
  }

  private static func notSubmissions(_ file: SourceFile, line: Int) -> Finding {
    Finding(
      .sourceNotSubmissions, at: Place(file: file.path, line: line),
      "the table is one that \(file.profile.label) writes beside the submissions",
      consequence: "The source is not read.",
      remedy: "Export the answers themselves. See what the file is with inspel inspect.")
  }

  private static func doubt(_ file: SourceFile, _ first: [[String]], line: Int) -> [Finding] {
    guard !ToolRecognition.leavesTrace(file.profile, in: first) else { return [] }
    return [
      Finding(
        .profileDoubtful, at: Place(file: file.path, line: line), severity: .note,
        "the header has none of the columns that \(file.profile.label) writes",
        consequence: "It is read as the profile says.",
        remedy: "Look at the first lines with inspel inspect; profile: generic-csv takes any.")
    ]
  }
}
