import DialogueModel
import Records

/// The records of a table in whatever kind of file, all of their columns.
protocol TableRows: AnyObject {
  /// The bytes of the file that were read so far.
  var bytesRead: Int { get }
  /// Fills the batch with the next records; `false` at the end.
  func next(into batch: RecordBatch) throws(SourceError) -> Bool
}

/// Looks at a table: header, tool, and every column, in one pass over the records.
struct TableInspection {
  let recognition: ToolRecognition
  let answers: AnswerIndex
  let scope: InspectionScope

  /// A table of two columns with more rows than this is no list of figures about a whole.
  private static let longestSummary = 60

  /// What the first rows of a table tell.
  struct Look {
    let tool: ToolRecognition.Result
    let header: TableHeader
    let isSummary: Bool

    /// What the number of header rows was told by.
    var headerEvidence: String {
      isSummary ? "every row has a name and a figure" : header.why
    }
  }

  /// Looks at the first rows, header rows and records alike.
  func look(_ rows: [[String]]) -> Look {
    let first = LetterMending.mended(rows)
    let tool = recognition.table(first)
    let isSummary = tool.kind == .summary || Self.isSummary(first)
    return Look(
      tool: tool,
      header: HeaderRows.read(first, declared: isSummary ? 0 : nil, profile: tool.profile),
      isSummary: isSummary)
  }

  func inspect(
    _ file: inout InspectedFile, _ look: Look, rows: any TableRows, width: Int, line: Int?,
    problems: [RecordProblem], fileProblems: [RecordProblem], sample: Int?
  ) throws(SourceError) {
    file.headerRows = look.header.rows
    file.headerEvidence = look.headerEvidence
    file.tool = look.tool.shown
    var facts = Self.facts(look.header, width: width, profile: look.tool.profile)
    var tally = ProblemTally()
    for problem in problems { tally.add(problem, record: nil) }
    var mending = LetterMending()
    let records = try read(
      rows, width, &facts, &tally, &mending, sample: sample,
      decodesBraces: look.tool.profile.braceEscapes)
    file.findings += MendingWords.findings(mending, file: file.path)
    tally.addFileProblems(fileProblems)
    file.records = records.all
    if records.isCut {
      let bytes = rows.bytesRead
      file.sample = InspectedFile.Sample(bytes: bytes, records: records.all)
      file.records = Int(Double(records.all) / Double(max(bytes, 1)) * Double(file.size))
    }
    file.raggedRecords = tally.count(of: .fieldCount)
    file.firstRaggedLine = tally.firstLine(of: .fieldCount)
    file.findings += tally.findings(file: file.path)
    conclude(
      &file, look.tool, facts, wholeRecords: records.whole, line: line, isSummary: look.isSummary)
  }

  // MARK: Reading

  private static func facts(
    _ table: TableHeader, width: Int, profile: SourceProfile
  ) -> [RoleSuggestion.Facts] {
    let names = (0..<width).map { $0 < table.names.count ? table.names[$0] : "" }
    let known = ProfileColumns(profile, ColumnNames(names))
    var seen: Set<String> = []
    return names.enumerated().map { index, name in
      let folded = HeaderMap.fold(name)
      var fact = RoleSuggestion.Facts(name: name, label: name, position: index + 1)
      if known.personal.contains(index) {
        fact.personal = "personal data, by the profile \(profile.label)"
      } else if index != known.id, index != known.time {
        fact.personal = ColumnWords.personal(name)
      }
      fact.canBeNamed = table.rows > 0 && !name.isEmpty && seen.insert(folded).inserted
      return fact
    }
  }

  private func read(
    _ rows: any TableRows, _ width: Int, _ facts: inout [RoleSuggestion.Facts],
    _ tally: inout ProblemTally, _ mending: inout LetterMending, sample: Int?,
    decodesBraces: Bool
  ) throws(SourceError) -> (all: Int, whole: Int, isCut: Bool) {
    for index in facts.indices { facts[index].statistics.keepsExamples = scope.keepsValues }
    let batch = RecordBatch(columnCount: width, bytesPerColumn: 256)
    var budget = DistinctCounter.Budget()
    var all = 0
    var whole = 0
    var isCut = false
    while try rows.next(into: batch) {
      if decodesBraces { BraceEscapes.decode(batch) }
      mending.mend(batch, from: all)
      var broken: Set<Int> = []
      for notice in batch.notices {
        tally.add(notice, record: notice.recordIndex.map { all + $0 + 1 })
      }
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
      if let sample, rows.bytesRead >= sample {
        isCut = true
        break
      }
    }
    return (all, whole, isCut)
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
    let known = ProfileColumns(tool.profile, ColumnNames(file.columns.map(\.name))).personal
    let contact = file.columns.indices.filter {
      file.columns[$0].role == .dropped && facts[$0].canBeNamed && !known.contains($0)
    }.map { file.columns[$0].name }
    var source = SourceProposal.make(
      file.columns, tool: tool, channel: "webbenkat", contact: contact)
    // What the profile knows of its header need not be said again.
    if tool.profile.headers.isEmpty, file.headerRows != 1 { source.headerRows = file.headerRows }
    file.source = source
    file.findings += [SourceProposal.lacksAnswers(source, path: file.path)].compactMap { $0 }
    if let finding = SourceProposal.unreadableTime(
      file.columns, tool: tool, path: file.path, line: line)
    {
      file.findings.append(finding)
    }
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

  private static func placeOf(_ file: InspectedFile) -> SourceFile {
    SourceFile(
      path: file.path, absolutePath: file.path,
      declaration: SourceDeclaration(path: file.path, profile: "", channel: ""),
      profile: SourceProfile(id: "", label: "", container: .csv))
  }

  private func noHeader(_ path: String) -> Finding {
    Finding(
      .mapNothingMapped, at: Place(file: path, line: 1), severity: .warning,
      "the first row has values and no names", consequence: "No column can be named.",
      remedy: "Export again with a header row, or add one in a copy of the file.")
  }
}
