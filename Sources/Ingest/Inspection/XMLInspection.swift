import DialogueModel
import Records
import XMLReading

/// Looks at an XML file: encoding, tool, record element and fields.
///
/// One pass finds the paths, which show what a record is, and a second looks at the values of the
/// records without what is personal. Both are bounded in memory.
struct XMLInspection {
  let recognition: ToolRecognition
  let answers: AnswerIndex
  let scope: InspectionScope

  func inspect(
    _ file: inout InspectedFile, _ input: SourceInput, _ head: FileHead
  ) throws(SourceError) {
    let (hash, takesBytes) = input.hash()
    let sample = scope.sample(ofSize: input.file.size ?? 0)
    let outline = try XMLOutline.read(
      .file(input.file), limits: XMLLimits(scope.limits), sampleBytes: sample
    ) { if takesBytes { hash.add($0) } }
    let isHashed = !outline.isSampled || (input.stored.size ?? 0) <= InspectionScope.hashLimit
    file.sha256 = isHashed ? try hash.finish() : nil
    file.container = "xml"
    file.encoding = Self.encoding(outline)
    let tool = recognition.xml(
      ToolRecognition.XMLFacts(
        root: outline.rootName, namespaces: Set(outline.paths.compactMap(\.namespace)),
        paths: Set(outline.paths.map(\.path)), text: head.text(ofElement:)))
    if tool.kind == nil, outline.rootName.map({ $0.lowercased() == "html" }) ?? head.isHTML {
      file.container = "html"
      file.findings.append(Self.page(file.path))
      return
    }
    file.xml = Self.shape(outline)
    var tally = ProblemTally()
    for problem in outline.problems { tally.add(problem, record: nil) }
    defer { file.findings = tally.findings(file: file.path) + file.findings }

    file.tool = tool.shown
    if let kind = tool.kind {
      file.kind = kind == .structure ? .structure : .summary
      return
    }
    guard let record = Self.record(outline, tool) else { return }
    file.xml?.record = record
    file.xml?.recordElements = outline.paths.first { $0.path == record }?.seen ?? 0
    if tool.profile.id == "open-eplatform" { Self.countForms(outline, record, &file) }
    let (keyedOutline, names) = try keyed(input, tool.profile, sample: sample)
    var fields = XMLFields(keyedOutline ?? outline, record: record, tool: tool)
    if let keyed = tool.profile.keyed { fields.takeNames(names, of: keyed) }
    var reading = XMLFieldReading(
      fields: fields, record: record, profile: tool.profile, outline: outline)
    var mending = LetterMending()
    try reading.read(
      try InputFile(path: input.path), answers, &tally, &mending, scope,
      sample: outline.isSampled ? sample : nil)
    if outline.isSampled {
      file.sample = InspectedFile.Sample(bytes: reading.bytesRead, records: reading.records)
    }
    file.findings += MendingWords.findings(mending, file: file.path)
    conclude(&file, tool, fields, reading)
  }

  /// The outline in which elements with keys stand apart, and what the form calls the keys.
  private func keyed(
    _ input: SourceInput, _ profile: SourceProfile, sample: Int?
  ) throws(SourceError) -> (XMLOutline?, [String: String]) {
    guard let keyed = profile.keyed,
      let name = keyed.element.split(separator: "/").last.map(String.init),
      let key = try? XMLKey(element: name, key: keyed.key)
    else { return (nil, [:]) }
    let outline = try XMLOutline.read(
      .file(try InputFile(path: input.path)), keys: [key], limits: XMLLimits(scope.limits),
      sampleBytes: sample)
    guard let lookup = keyed.lookup else { return (outline, [:]) }
    let names = try? XMLLookup.read(
      .file(try InputFile(path: input.path)), element: lookup.element, key: lookup.key,
      name: lookup.name, limits: XMLLimits(scope.limits)
    ).names
    return (outline, names ?? [:])
  }

  private func conclude(
    _ file: inout InspectedFile, _ tool: ToolRecognition.Result, _ fields: XMLFields,
    _ reading: XMLFieldReading
  ) {
    file.records = reading.records
    if let sample = file.sample {
      file.records = Int(
        Double(sample.records) / Double(max(sample.bytes, 1)) * Double(file.size))
    }
    file.columns = reading.columns(tool)
    file.dropped = file.columns.filter { $0.role == .dropped }.map(\.name)
    if fields.isCut {
      file.findings.append(
        Finding(
          .limitReached, at: Place(file: file.path),
          "a record has more than \(XMLFields.most) fields",
          consequence: "The first of them are listed.",
          remedy: "See that the record element is the right one."))
    }
    let isKnown = tool.confidence != .none
    let isTable = (file.xml?.recordElements ?? 0) > 1
    guard
      isKnown || (isTable && SourceProposal.looksLikeSubmissions(file.columns))
    else {
      if file.records > 0 { file.findings.append(SourceProposal.nothing(file.path)) }
      return
    }
    file.kind = .submissions
    var source = SourceProposal.make(
      file.columns, tool: tool, channel: "e-tjanst", contact: fields.contact)
    if tool.profile.record?.contains("*") ?? true { source.record = file.xml?.record }
    file.source = source
    file.findings += [SourceProposal.lacksAnswers(source, path: file.path)].compactMap { $0 }
    if let finding = SourceProposal.unreadableTime(
      file.columns, tool: tool, path: file.path, line: nil)
    {
      file.findings.append(finding)
    }
  }

  // MARK: What the outline says

  /// The record element as a path from the root.
  private static func record(_ outline: XMLOutline, _ tool: ToolRecognition.Result) -> String? {
    guard !outline.hasDocumentType, let root = outline.rootName else { return nil }
    guard let name = tool.profile.record else { return outline.recordPath }
    if name == "/*" { return "/" + root }
    if name.hasPrefix("/") { return name }
    return outline.paths.first { $0.path.hasSuffix("/" + name) }?.path ?? outline.recordPath
  }

  private static func shape(_ outline: XMLOutline) -> InspectedFile.XMLShape {
    InspectedFile.XMLShape(
      version: outline.prolog.version, root: outline.rootName, namespace: outline.rootNamespace,
      record: nil, recordElements: 0, hasDocumentType: outline.hasDocumentType, forms: nil,
      formVersions: nil,
      paths: outline.paths.map {
        InspectedFile.XMLShape.Path(path: $0.path, seen: $0.seen, withText: $0.withText)
      })
  }

  private static func countForms(
    _ outline: XMLOutline, _ record: String, _ file: inout InspectedFile
  ) {
    func distinct(_ path: String) -> Int? {
      outline.paths.first { $0.path == record + path }?.distinctValues
    }
    file.xml?.forms = distinct("/Header/Flow/FamilyID")
    file.xml?.formVersions = distinct("/Header/Flow/Version")
  }

  private static func encoding(_ outline: XMLOutline) -> InspectedFile.Encoding {
    let prolog = outline.prolog
    guard let encoding = prolog.encoding else {
      let problem = outline.problems.first { $0.kind == .unknownEncoding }
      let name = problem?.detail ?? "unknown"
      return InspectedFile.Encoding(
        name: nil, evidence: "\(name), which is not an encoding that can be read")
    }
    let declared = prolog.declaredEncoding.flatMap(TextEncoding.init(name:))
    if let problem = outline.problems.first(where: { $0.kind == .encodingMismatch }) {
      let isRead = problem.detail?.contains("read as") == true
      return InspectedFile.Encoding(
        name: isRead ? encoding.name : (declared ?? encoding).name,
        evidence: problem.detail ?? "the bytes contradict the declaration")
    }
    let kinds = outline.problems.map(\.kind)
    let stops: [RecordProblem.Kind] = [.notWellFormed, .documentType, .tooDeep, .valueTooLong]
    let rest: String
    if kinds.contains(.invalidEncoding) {
      rest = "and some bytes are no text in it"
    } else if kinds.contains(where: stops.contains) {
      rest = "and no byte that was read contradicts it"
    } else {
      rest = "and no byte contradicts it"
    }
    if let name = prolog.declaredEncoding {
      let said = (declared ?? encoding).name
      let isWritten = name.lowercased() == said
      return InspectedFile.Encoding(
        name: said, evidence: isWritten ? "declared, \(rest)" : "declared as \(name), \(rest)")
    }
    return InspectedFile.Encoding(
      name: encoding.name,
      evidence: (prolog.hasByteOrderMark ? "byte order mark, " : "nothing is declared, ") + rest)
  }

  private static func page(_ path: String) -> Finding {
    Finding(
      .xmlNoRecord, at: Place(file: path, line: 1), "the file is an HTML page and no export",
      consequence: "It gives no submissions. Servers answer with such a page when something fails.",
      remedy: "Fetch the export again, and look at the file before it is used.")
  }
}
