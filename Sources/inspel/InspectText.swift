import DialogueModel
import Pipeline

/// What was found in files, as a person reads it on a terminal.
enum InspectText {
  private typealias File = FileInspection.Report.File

  /// The columns that are listed when not all are asked for.
  private static let shownColumns = 30
  private static let nameWidth = 27
  private static let formWidth = 29

  static func words(_ inspection: FileInspection.Report, all: Bool) -> String {
    inspection.files.map { words($0, all: all) }.joined(separator: "\n\n")
  }

  private static func words(_ file: File, all: Bool) -> String {
    guard file.sha256 != nil || file.sample != nil else {
      return "\(file.path)   cannot be read"
    }
    let hash = file.sha256.map { "SHA-256 \($0.prefix(8))…" } ?? "not hashed: sampled"
    var lines = ["\(file.path)   \(size(file.size))   \(hash)"]
    lines += facts(file)
    if let sample = file.sample {
      lines += fact(
        "sampled", size(sample.bytes),
        "the first \(count(sample.records, "record")); inspel inspect --full reads all of it")
    }
    if !file.columns.isEmpty, file.notes == nil {
      lines += [""] + (file.xml == nil ? columns(file, all: all) : fields(file, all: all))
    }
    if file.columns.contains(where: { $0.examples != nil }) { lines += values(file, all: all) }
    if all { lines += reasons(file) }
    if let source = file.source {
      lines += ["", "A source block for dialogue.yaml, to be read before it is used:"]
      lines += source.yaml(path: file.path == "standard input" ? "inputs/svar.csv" : file.path)
        .split(separator: "\n").map { "  " + $0 }
    }
    return lines.joined(separator: "\n")
  }

  // MARK: The file as a whole

  private static func facts(_ file: File) -> [String] {
    var rows = [("encoding", file.encoding.name ?? "–", file.encoding.evidence)]
    if !file.packing.isEmpty {
      rows.append(("packed in", file.packing.joined(separator: ", "), ""))
    }
    if let sheet = file.sheet {
      let header = file.headerRows.map { $0 == 1 ? "1 header row" : "\($0) header rows" }
      let others = file.sheets.filter { $0 != sheet }
      let more = others.isEmpty ? "" : "   other sheets: \(others.joined(separator: ", "))"
      rows.append(("container", file.container, "sheet \(sheet)   \(header ?? "")\(more)"))
    } else if let dialect = file.dialect {
      var words = ["delimiter \(delimiter(dialect.delimiter))", "quote \(dialect.quote)"]
      if let lineEnd = dialect.lineEnd { words.append("line ends \(lineEnd)") }
      if let count = file.headerRows {
        words.append(count == 1 ? "1 header row" : "\(count) header rows")
      }
      rows.append(("dialect", "CSV", words.joined(separator: "   ")))
    } else if let xml = file.xml {
      rows.append(("container", "XML \(xml.version)", shape(xml)))
    } else {
      rows.append(("container", file.container, ""))
    }
    rows.append(("tool", file.tool.name ?? "unknown", tool(file.tool)))
    if let xml = file.xml, let forms = xml.forms, let versions = xml.formVersions, forms > 0 {
      rows.append(("form", count(forms, "form"), count(versions, "version")))
    }
    if let notes = file.notes {
      rows.append(("header", "", notes.headerKeys.joined(separator: ", ")))
    }
    let about = file.sample == nil ? "" : "about "
    rows.append(
      (file.notes == nil ? "records" : "items", about + number(file.records), remark(file)))
    if file.kind != .submissions { rows.append(("kind", file.kind.rawValue, kind(file.kind))) }
    return rows.flatMap { fact($0.0, $0.1, $0.2) }
  }

  private static func fact(_ label: String, _ value: String, _ rest: String) -> [String] {
    let start = "  " + padded(label, 12) + padded(value, 15)
    guard Terminal.resultIsTerminal, start.count + rest.count > Terminal.width else {
      return [trimmed(start + rest)]
    }
    let indent = String(repeating: " ", count: start.count)
    let wrapped = Terminal.wrap(rest, indent: indent).split(separator: "\n").map(String.init)
    guard let first = wrapped.first else { return [trimmed(start)] }
    return [start + first.dropFirst(indent.count)] + wrapped.dropFirst()
  }

  private static func shape(_ xml: File.XMLShape) -> String {
    guard let root = xml.root else { return "no element was read" }
    var words = "root \(root)"
    if let record = xml.record, xml.recordElements > 0 {
      let name = record.split(separator: "/").last.map(String.init) ?? record
      if name != root || xml.recordElements > 1 {
        words += ", \(number(xml.recordElements)) × \(name)"
      }
    }
    return words + (xml.hasDocumentType ? ", DOCTYPE" : ", no DOCTYPE")
  }

  private static func tool(_ tool: File.Tool) -> String {
    tool.confidence == .none ? tool.why : "\(tool.confidence.rawValue): \(tool.why)"
  }

  private static func remark(_ file: File) -> String {
    var words: [String] = []
    if file.raggedRecords > 0 {
      let line = file.firstRaggedLine.map { " (line \($0))" } ?? ""
      words.append(
        "\(number(file.raggedRecords)) with another number of fields than the header\(line)")
    }
    if let id = file.columns.first(where: { $0.role == .id }), id.isDistinctExact,
      let distinct = id.distinct, distinct < id.filled
    {
      let shared = id.filled - distinct
      words.append(
        "\(number(shared)) \(shared == 1 ? "shares" : "share") the \(id.name) of another")
    }
    if let notes = file.notes {
      if notes.itemsWithGroup > 0 { words.append("\(notes.itemsWithGroup) with a group") }
      if notes.itemsSaidByMany > 0 { words.append("\(notes.itemsSaidByMany) said by several") }
    }
    return words.joined(separator: "; ")
  }

  private static func kind(_ kind: File.Kind) -> String {
    switch kind {
    case .submissions: "submissions"
    case .structure: "the questions of a form, and not its answers"
    case .summary: "figures about a whole, and no submissions"
    case .unknown: "it does not look like submissions"
    }
  }

  // MARK: Columns and fields

  private static func columns(_ file: File, all: Bool) -> [String] {
    let shown = all ? file.columns[...] : file.columns.prefix(shownColumns)
    var rows = [["column", "role", "type", "filled", "distinct", "example of a value's form"]]
    for column in shown {
      rows.append([
        short(column.name, position: column.position), column.role.rawValue,
        column.type?.rawValue ?? "–", number(column.filled), distinct(column),
        cut(column.form, to: formWidth),
      ])
    }
    return [Terminal.table(rows, leftColumns: [0, 1, 2, 5])]
      + more(file.columns.count - shown.count, "column", file.path)
  }

  private static func fields(_ file: File, all: Bool) -> [String] {
    let shown = all ? file.columns : file.columns.filter { $0.role != .technical }
    var rows = [["field", "role", "filled", "distinct", ""]]
    for column in shown {
      rows.append([
        column.name, column.role.rawValue, number(column.filled), distinct(column),
        column.role == .dropped ? column.form : "",
      ])
    }
    return [Terminal.table(rows, leftColumns: [0, 1, 4])]
      + more(file.columns.count - shown.count, "field", file.path)
  }

  private static func more(_ hidden: Int, _ noun: String, _ path: String) -> [String] {
    hidden > 0 ? ["  \(count(hidden, "more \(noun)")): inspel inspect --all \(path)"] : []
  }

  private static func reasons(_ file: File) -> [String] {
    guard !file.columns.isEmpty else { return [] }
    let rows = file.columns.map { column in
      [short(column.name, position: column.position), column.role.rawValue, column.why]
    }
    return ["", "  Why:", Terminal.table(rows, leftColumns: [0, 1, 2])]
  }

  private static func values(_ file: File, all: Bool) -> [String] {
    let shown = all ? file.columns[...] : file.columns.prefix(shownColumns)
    let rows = shown.compactMap { column -> [String]? in
      guard let examples = column.examples, !examples.isEmpty else { return nil }
      return [short(column.name, position: column.position), examples.joined(separator: " | ")]
    }
    return rows.isEmpty ? [] : ["", "  Values:", Terminal.table(rows, leftColumns: [0, 1])]
  }

  private static func distinct(_ column: File.Column) -> String {
    guard let distinct = column.distinct else { return "–" }
    return number(distinct) + (column.isDistinctExact ? "" : "+")
  }

  // MARK: Words

  // Questions in one form differ at their ends, so the middle is left out.
  private static func short(_ name: String, position: Int?) -> String {
    let line = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if line.isEmpty { return position.map { "(column \($0), no name)" } ?? "(no name)" }
    guard line.count > nameWidth else { return line }
    return line.prefix(12) + "…" + line.suffix(nameWidth - 13)
  }

  private static func cut(_ text: String, to width: Int) -> String {
    text.count <= width ? text : text.prefix(width - 1) + "…"
  }

  private static func delimiter(_ delimiter: String?) -> String {
    guard let delimiter else { return "none" }
    return delimiter == "\t" ? "tab" : delimiter
  }

  private static func number(_ value: Int) -> String { Terminal.number(value) }

  private static func count(_ value: Int, _ noun: String) -> String {
    "\(number(value)) \(noun)\(value == 1 ? "" : "s")"
  }

  private static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1000: "\(bytes) B"
    case ..<1_000_000: "\((bytes + 500) / 1000) kB"
    default: "\(CoverageText.decimal(Double(bytes) / 1_000_000, 1)) MB"
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text.count >= width ? text + " " : text + String(repeating: " ", count: width - text.count)
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
