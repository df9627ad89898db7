import DialogueModel
import Records
import XMLReading

/// An XML file as a source.
final class XMLSourceFile: SourceReader {
  private let reader: XMLRecordReader
  private let layout: SourceLayout
  private var isDone = false
  private var records = 0
  private var unfilled: [SourceLayout.Column]

  private init(reader: XMLRecordReader, layout: SourceLayout) {
    self.reader = reader
    self.layout = layout
    unfilled = layout.text
  }

  static func open(
    _ file: SourceFile, _ input: SourceInput, limits: SourceLimits
  ) throws(SourceError) -> (OpenedSource?, [Finding]) {
    if let finding = try notSubmissions(file, input) { return (nil, [finding]) }
    let (layout, rules, dropped) = roles(file)
    var findings = SourceOpener.leftOut(layout, file: file.path, line: nil, declares: false)
    guard !findings.contains(where: { $0.code == .mapNothingMapped }) else {
      return (nil, findings)
    }
    let xmlLayout: XMLRecordLayout
    do {
      guard let record = file.declaration.record ?? file.profile.record else {
        findings.append(noRecord(file, "neither dialogue.yaml nor the profile names one"))
        return (nil, findings)
      }
      xmlLayout = try XMLRecordLayout(
        record: record, columnCount: layout.columnCount, rules: rules(), dropped: dropped,
        skippedWhere: file.profile.skipRules)
    } catch {
      findings.append(
        Finding(
          .yamlValueInvalid, at: Place(file: "dialogue.yaml", line: file.declaration.line),
          "the path \"\(error.path)\" of source \(file.path) cannot be used: \(error.reason)",
          consequence: "The source is not read.", remedy: "Write it as the page Files shows."))
      return (nil, findings)
    }
    let (hash, takesBytes) = input.hash()
    let reader = XMLRecordReader(
      .file(input.file), layout: xmlLayout,
      limits: XMLLimits(limits), encoding: file.declaration.encoding
    ) { if takesBytes { hash.add($0) } }
    let source = XMLSourceFile(reader: reader, layout: layout)
    return (
      OpenedSource(
        file: file, layout: layout, encoding: "xml", findings: findings, reader: source,
        hash: hash), findings
    )
  }

  /// What the beginning of the file shows it to be, when it holds no submissions.
  private static func notSubmissions(
    _ file: SourceFile, _ input: SourceInput
  ) throws(SourceError) -> Finding? {
    let outline = try XMLOutline.read(
      .file(try InputFile(path: input.path)), sampleBytes: Self.headBytes)
    let facts = ToolRecognition.XMLFacts(
      root: outline.rootName, namespaces: Set(outline.paths.compactMap(\.namespace)),
      paths: Set(outline.paths.map(\.path)),
      text: { (try? FileHead(path: input.path))?.text(ofElement: $0) })
    let kind = ToolRecognition(profiles: [file.profile]).xml(facts).kind
    let isPage = outline.rootName?.lowercased() == "html"
    guard kind != nil || isPage else { return nil }
    return Finding(
      .sourceNotSubmissions, at: Place(file: file.path),
      isPage && kind == nil
        ? "the file is a page for a browser (HTML), which servers answer with when something fails"
        : "the file is one that \(file.profile.label) writes beside the submissions",
      consequence: "The source is not read.",
      remedy: "Take it out of the folder, or export the answers again.")
  }

  /// What a file is, its beginning shows.
  private static let headBytes = 1 << 14

  /// The columns, the rules that fill them, and the paths that are never copied.
  private static func roles(
    _ file: SourceFile
  ) -> (SourceLayout, rules: () throws(XMLLayoutError) -> [XMLFieldRule], dropped: [String]) {
    let (declaration, profile) = (file.declaration, file.profile)
    var layout = SourceLayout()
    var plain: [(path: String, column: Int)] = []
    var whole: [(path: String, column: Int)] = []
    var flowing: [(path: String, column: Int)] = []

    // The declared path, or the profile's: of several the first that has a value counts.
    func alternatives(_ declared: String?, _ candidates: [String]) -> [Int] {
      (declared.map { [$0] } ?? candidates).map { path in
        let column = layout.nextColumn()
        plain.append((path, column))
        return column
      }
    }

    func value(_ path: String) -> Int {
      let column = layout.nextColumn()
      if profile.valueExcept.isEmpty || path.hasPrefix("@") || path.contains("/@") {
        plain.append((path, column))
      } else {
        whole.append((path, column))
      }
      return column
    }

    // Text answers may hold markup, which is read as a browser would show it.
    func text(_ path: String) -> Int {
      let column = layout.nextColumn()
      if path.hasPrefix("@") || path.contains("/@") {
        plain.append((path, column))
      } else {
        flowing.append((path, column))
      }
      return column
    }

    let ids = alternatives(declaration.id, profile.idColumns)
    layout.id = ids.first
    layout.otherIDs = Array(ids.dropFirst())
    let times = alternatives(declaration.time, profile.timeColumns)
    layout.time = times.first
    layout.otherTimes = Array(times.dropFirst())
    layout.incomplete = profile.incompleteValues.sorted { $0.key < $1.key }.map {
      SourceLayout.Marked(index: value($0.key), answers: $0.value)
    }
    layout.completion = profile.completionColumns.map(value)
    layout.text = declaration.text.map { SourceLayout.Column(index: text($0), name: $0) }
    layout.closed = declaration.closed.map { SourceLayout.Column(index: value($0), name: $0) }
    layout.takeChoices(declaration, profile)
    layout.background = declaration.background.sorted { $0.key < $1.key }.map {
      SourceLayout.Column(index: value($0.value), name: $0.key)
    }
    layout.organisation = declaration.organisation.sorted { $0.key < $1.key }.map {
      SourceLayout.Marked(index: value($0.key), answers: $0.value)
    }
    layout.anonymity = profile.anonymity.sorted { $0.key < $1.key }.map {
      SourceLayout.Marked(index: value($0.key), answers: $0.value)
    }
    // A dropped path wins over every rule, so what is mapped is taken off the list.
    let mapped = Set((plain + whole + flowing).map(\.path))
    func left(_ paths: [String]) -> [String] {
      (paths + profile.technical + declaration.contact + declaration.drop)
        .filter { !mapped.contains($0) }
    }
    let dropped = left(profile.personalPaths)
    layout.dropped = left(profile.personal)
    let except = profile.valueExcept
    return (
      layout,
      { () throws(XMLLayoutError) -> [XMLFieldRule] in
        var rules: [XMLFieldRule] = []
        for (path, column) in plain { rules.append(try .text(path, column: column)) }
        for (path, column) in whole {
          rules.append(try .allText(path, except: except, column: column))
        }
        for (path, column) in flowing {
          rules.append(try .flowingText(path, except: except, column: column))
        }
        return rules
      }, dropped
    )
  }

  private static func noRecord(_ file: SourceFile, _ why: String) -> Finding {
    Finding(
      .xmlNoRecord, at: Place(file: file.path), "the record element is not known: \(why)",
      consequence: "The source is not read.",
      remedy: "Name the element that repeats for each submission: record: submission.")
  }

  func take(into work: SourceWork, from source: OpenedSource) throws(SourceError) -> Bool {
    guard !isDone else { return false }
    work.prepare(for: source) { nil }
    work.needsParsing = false
    if try !reader.read(into: work.batch) { isDone = true }
    records += work.batch.count + work.batch.undelivered.count
    unfilled.removeAll { column in
      (0..<work.batch.count).contains {
        !work.batch.value(column: column.index, record: $0).isEmpty
      }
    }
    return true
  }

  func closingFindings(_ path: String) -> [Finding] {
    guard records > 0 else {
      return [
        Finding(
          .xmlNoRecord, at: Place(file: path),
          "no element \(reader.layout.record) was read as a record",
          consequence: "The file gives no submissions.",
          remedy: "See what the file holds with inspel inspect, and correct record in "
            + "dialogue.yaml or take the file out.")
      ]
    }
    return notices(path)
      + unfilled.map { column in
        Finding(
          .mapColumnMissing, at: Place(file: path, column: column.name), severity: .warning,
          "no record has a text at the path \"\(column.name)\"",
          consequence: "It gives no viewpoints.",
          remedy: "See the paths of the file with inspel inspect, and correct text in "
            + "dialogue.yaml.")
      }
  }

  /// What was noticed in the values and changes what is read of them.
  private func notices(_ path: String) -> [Finding] {
    var findings: [Finding] = []
    let counts = reader.columnCounts
    for column in layout.text {
      let count = counts[column.index]
      guard count.markup + count.escapedMarkup > 0 else { continue }
      var parts: [String] = []
      if count.markup > 0 { parts.append("\(count.markup) answers hold markup") }
      if count.escapedMarkup > 0 {
        parts.append("\(count.escapedMarkup) hold markup that is written as text")
      }
      findings.append(
        Finding(
          .xmlMarkup, at: Place(file: path, column: column.name), parts.joined(separator: " and "),
          consequence: "Markup is read as text with line breaks; markup written as text is left "
            + "as it stands.",
          remedy: "Nothing needs to be done if the text reads well."))
    }
    let skipped = reader.skipCounts.reduce(0, +)
    if skipped > 0 {
      findings.append(
        Finding(
          .sourceSkippedFields, at: Place(file: path),
          "\(skipped) fields were hidden from the participant by the form",
          consequence: "What stands in them is no answer, and is not read.",
          remedy: "Nothing needs to be done."))
    }
    return findings
  }

  var unmapped: [String] {
    reader.untakenPaths.filter { $0.isInsideRecord && $0.withText > 0 }.map(\.path)
  }
}

extension XMLLimits {
  /// The limits of XML files, from those of sources.
  init(_ limits: SourceLimits) {
    self.init(
      depth: limits.depth, valueLength: limits.recordBytes, recordLength: 2 * limits.recordBytes)
  }
}

extension SourceProfile {
  /// What is skipped, as the reader of XML takes it.
  var skipRules: [XMLSkipRule] {
    skippedWhere.sorted { $0.key < $1.key }.map {
      XMLSkipRule(attribute: $0.key, value: $0.value)
    }
  }
}
