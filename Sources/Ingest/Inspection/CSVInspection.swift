import CSVReading
import DialogueModel
import Records

/// Looks at a table: dialect, header, tool, and every column, in one pass over the records.
struct CSVInspection {
  let recognition: ToolRecognition
  let answers: AnswerIndex

  /// The rows that are looked at to tell header rows from records.
  private static let headRows = 64
  /// A table of two columns with more rows than this is no list of figures about a whole.
  private static let longestSummary = 60

  func inspect(
    _ file: inout InspectedFile, at path: String, _ input: InputFile, _ found: EncodingFinding,
    _ encoding: TextEncoding
  ) throws(SourceError) {
    let hash = FileHash(input)
    func source(_ input: InputFile, _ hash: FileHash?) -> UTF8Source {
      UTF8Source(
        file: input, encoding: encoding, byteOrderMarkLength: found.byteOrderMarkLength
      ) { hash?.add($0) }
    }
    let sample = source(try InputFile(path: path), nil)
    let dialectFinding = try CSVDialectDetector(allowsSingleColumn: true).detect(sample)
    guard let dialect = dialectFinding.dialect else {
      file.container = "text"
      file.sha256 = try hash.finish()
      file.findings.append(noTable(file.path, dialectFinding.evidence))
      return
    }
    let head = try CSVBlockReader(source(try InputFile(path: path), nil), dialect: dialect)
      .readHeader(rows: Self.headRows)
    guard dialect.delimiterCharacter != nil || Self.isList(head.rows) else {
      file.container = "text"
      file.sha256 = try hash.finish()
      file.findings.append(noTable(file.path, dialectFinding.evidence))
      return
    }
    file.container = "csv"
    let isSummary = Self.isSummary(head.rows)
    var tool = recognition.table(head.rows)
    let guess = HeaderGuess(head.rows, tool: tool)
    let headerRows = isSummary ? 0 : guess.rows
    if isSummary { tool = Self.summaryTool(head.rows, tool) }
    file.headerRows = headerRows
    file.dialect = InspectedFile.Dialect(
      delimiter: dialect.delimiterCharacter.map(String.init),
      quote: String(Unicode.Scalar(dialect.quote)), lineEnd: dialect.lineEnd.map(Self.name),
      evidence: dialectFinding.evidence,
      headerEvidence: isSummary ? "every row has a name and a figure" : guess.why)
    file.tool = tool.shown

    let reader = CSVBlockReader(source(input, hash), dialect: dialect)
    let header = try reader.readHeader(rows: headerRows)
    let width = headerRows == 0 ? head.rows.first?.count ?? 0 : header.fieldCount
    let named = headerRows == 0 ? width : header.namedFieldCount
    var facts = Self.facts(header.rows, width: width, profile: tool.profile)
    var tally = ProblemTally()
    for problem in header.problems { tally.add(problem, record: nil) }
    reader.columnCount = max(width, 1)
    let records = try read(reader, width, named, &facts, &tally)
    tally.addFileProblems(found.problems)
    file.sha256 = try hash.finish()
    file.records = records.all
    file.raggedRecords = tally.count(of: .fieldCount)
    file.firstRaggedLine = tally.firstLine(of: .fieldCount)
    file.findings += tally.findings(file: file.path)
    conclude(
      &file, tool, facts, wholeRecords: records.whole, line: header.lines.last,
      isSummary: isSummary)
  }

  // MARK: Reading

  private static func facts(
    _ rows: [[String]], width: Int, profile: SourceProfile
  ) -> [RoleSuggestion.Facts] {
    let joined = HeaderRows.join(rows)
    let known = Set(profile.personal.map(HeaderMap.fold))
    let roles = Set((profile.idColumns + profile.timeColumns).map(HeaderMap.fold))
    var seen: Set<String> = []
    return (0..<width).map { index in
      let name = rows.isEmpty ? "column \(index + 1)" : index < joined.count ? joined[index] : ""
      let folded = HeaderMap.fold(name)
      var fact = RoleSuggestion.Facts(name: name, label: name, position: index + 1)
      if known.contains(folded) {
        fact.personal = "personal data, by the profile \(profile.label)"
      } else if !roles.contains(folded) {
        fact.personal = ColumnWords.personal(name)
      }
      fact.canBeNamed = !rows.isEmpty && !name.isEmpty && seen.insert(folded).inserted
      return fact
    }
  }

  private func read(
    _ reader: CSVBlockReader, _ width: Int, _ named: Int, _ facts: inout [RoleSuggestion.Facts],
    _ tally: inout ProblemTally
  ) throws(SourceError) -> (all: Int, whole: Int) {
    let parser = CSVParser(
      dialect: reader.dialect, columnOfField: Array(0..<width), expectedFieldCount: width,
      minimumFieldCount: named)
    let batch = RecordBatch(columnCount: width, bytesPerColumn: 256)
    let block = CSVBlock()
    var budget = DistinctCounter.Budget()
    var all = 0
    var whole = 0
    while try reader.next(into: block) {
      parser.parse(block, into: batch)
      var broken: Set<Int> = []
      for problem in batch.problems {
        let record = problem.recordIndex.map { all + $0 + 1 }
        tally.add(problem, record: record)
        if let index = problem.recordIndex { broken.insert(index) }
      }
      for index in facts.indices {
        // The values of a broken record may stand in the wrong columns, so they are not counted.
        for record in 0..<batch.count where broken.isEmpty || !broken.contains(record) {
          let value = batch.value(column: index, record: record)
          if facts[index].personal == nil {
            facts[index].statistics.add(value, &budget, answers)
          } else {
            facts[index].statistics.addUnseen(value)
          }
        }
      }
      all += batch.count
      whole += batch.count - broken.count
      for problem in batch.undelivered {
        all += 1
        tally.add(problem, record: all)
      }
    }
    return (all, whole)
  }

  // MARK: Conclusions

  private func conclude(
    _ file: inout InspectedFile, _ tool: ToolRecognition.Result, _ facts: [RoleSuggestion.Facts],
    wholeRecords: Int, line: Int?, isSummary: Bool
  ) {
    file.columns = RoleSuggestion(tool: tool, records: wholeRecords).columns(facts)
    file.dropped = file.columns.filter { $0.role == .dropped }.map(\.name)
    if isSummary {
      file.kind = .summary
      for index in file.columns.indices where file.columns[index].role != .dropped {
        file.columns[index].role = .unmapped
        file.columns[index].why = index == 0 ? "the names of the figures" : "the figures"
      }
      return
    }
    guard file.headerRows != 0 else {
      file.findings.append(noHeader(file.path))
      return
    }
    if file.records == 0 {
      file.findings.append(SourceOpener.empty(Self.placeOf(file), "the file has no record"))
    }
    let isKnown = tool.confidence != .none
    guard isKnown || SourceProposal.looksLikeSubmissions(file.columns) else {
      if file.records > 0 { file.findings.append(SourceProposal.nothing(file.path)) }
      return
    }
    file.kind = .submissions
    let known = Set(tool.profile.personal.map(HeaderMap.fold))
    let contact = zip(file.columns, facts).filter { column, fact in
      column.role == .dropped && fact.canBeNamed && !known.contains(HeaderMap.fold(column.name))
    }
    var source = SourceProposal.make(
      file.columns, tool: tool, channel: "webbenkat", contact: contact.map(\.0.name))
    if file.headerRows != tool.profile.headerRows { source.headerRows = file.headerRows }
    file.source = source
    file.findings += [SourceProposal.lacksAnswers(source, path: file.path)].compactMap { $0 }
    if let finding = SourceProposal.unreadableTime(
      file.columns, tool: tool, path: file.path, line: line)
    {
      file.findings.append(finding)
    }
  }

  /// Whether a file with one column is a list of answers: its heading asks for words.
  private static func isList(_ rows: [[String]]) -> Bool {
    guard let heading = rows.first?.first, rows.count > 1, heading.count <= 200 else {
      return false
    }
    return ColumnWords.asksForText(heading) || heading.hasSuffix("?")
  }

  /// Whether the rows name figures of a whole, one each: `voters,2031`.
  ///
  /// Such a list has two columns, a different name in each row, and beside them numbers and words
  /// mixed, already in the first row or with a name in every row that is no number.
  private static func isSummary(_ rows: [[String]]) -> Bool {
    guard rows.count >= 3, rows.count <= longestSummary, rows.allSatisfy({ $0.count == 2 }) else {
      return false
    }
    let names = rows.map { $0[0] }
    let areNames = names.allSatisfy { name in
      name.first?.isLetter == true && name.count <= 40 && !name.contains(where: \.isNewline)
    }
    guard areNames, Set(names).count == names.count else { return false }
    let numbers = rows.count { row in
      var cell = row[1]
      return cell.withUTF8 { !$0.isEmpty && NumberForm($0) != nil }
    }
    // With a header, all other rows have a number or none has.
    return numbers >= 2 && rows.count - numbers >= 2
  }

  private static func summaryTool(
    _ rows: [[String]], _ tool: ToolRecognition.Result
  ) -> ToolRecognition.Result {
    let keys = Set(rows.compactMap(\.first))
    guard keys.isSuperset(of: ["voters", "commenters", "conversation-description"]) else {
      return tool
    }
    var found = tool
    found.name = "Pol.is"
    found.confidence = .certain
    found.why = "voters, commenters, conversation-description"
    return found
  }

  private static func name(_ lineEnd: CSVLineEnd) -> String {
    switch lineEnd {
    case .crlf: "CRLF"
    case .lf: "LF"
    case .cr: "CR"
    }
  }

  private static func placeOf(_ file: InspectedFile) -> SourceFile {
    SourceFile(
      path: file.path, absolutePath: file.path,
      declaration: SourceDeclaration(path: file.path, profile: "", channel: ""),
      profile: SourceProfile(id: "", label: "", container: .csv))
  }

  private func noTable(_ path: String, _ evidence: String) -> Finding {
    Finding(
      .csvDelimiterUnknown, at: Place(file: path, line: 1),
      "the file is no table whose columns can be told apart: \(evidence)",
      consequence: "Nothing more is said of it.",
      remedy: "If it is a table, export it again as CSV with semicolons and quotes.")
  }

  private func noHeader(_ path: String) -> Finding {
    Finding(
      .mapNothingMapped, at: Place(file: path, line: 1), severity: .warning,
      "the first row has values and no names", consequence: "No column can be named.",
      remedy: "Export again with a header row, or add one in a copy of the file.")
  }
}
