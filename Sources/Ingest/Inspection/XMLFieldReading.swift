import DialogueModel
import Records
import XMLReading

/// Counts the values of an XML file's fields, record by record.
struct XMLFieldReading {
  /// The number of records, those that were set aside included.
  private(set) var records = 0
  /// The bytes of the file that were read.
  private(set) var bytesRead = 0

  private let fields: [XMLFields.Field]
  private let record: String
  private let profile: SourceProfile
  private let contact: [String]
  private let outline: XMLOutline
  private var facts: [RoleSuggestion.Facts]
  private var wholeRecords = 0

  init(
    fields: XMLFields, record: String, profile: SourceProfile, outline: XMLOutline
  ) {
    self.fields = fields.fields
    self.record = record
    self.profile = profile
    self.outline = outline
    contact = fields.contact
    facts = fields.fields.map { RoleSuggestion.Facts(name: $0.path, label: $0.label) }
    for (index, field) in fields.fields.enumerated() {
      facts[index].formName = field.formName
    }
    for (index, field) in fields.fields.enumerated() {
      if case .personal(let why) = field.kind { facts[index].personal = why }
    }
  }

  mutating func read(
    _ input: InputFile, _ answers: AnswerIndex, _ tally: inout ProblemTally,
    _ mending: inout LetterMending, _ scope: InspectionScope, sample: Int?
  ) throws(SourceError) {
    guard let (layout, columns) = layout() else {
      // The names of the elements cannot be written as paths, so what the outline counted is all.
      records = outline.paths.first { $0.path == record }?.seen ?? 0
      return
    }
    for index in facts.indices { facts[index].statistics.keepsExamples = scope.keepsValues }
    var bytes = 0
    let reader = XMLRecordReader(
      .file(input), layout: layout, limits: XMLLimits(scope.limits)
    ) { bytes += $0.count }
    let batch = RecordBatch(columnCount: layout.columnCount, bytesPerColumn: 256)
    var budget = DistinctCounter.Budget()
    var problems: [RecordProblem] = []
    var isGoing = true
    while isGoing {
      isGoing = try reader.read(into: batch)
      mending.mend(batch, from: wholeRecords)
      for (column, field) in columns.enumerated() {
        for record in 0..<batch.count {
          facts[field].statistics.add(
            batch.value(column: column, record: record), &budget, answers)
        }
      }
      problems += batch.undelivered
      wholeRecords += batch.count
      if let sample, bytes >= sample { break }
    }
    records = reader.recordCount + reader.setAsideCount
    bytesRead = bytes
    tally.addFileProblems(problems)
  }

  /// The layout, and for each of its columns the field.
  private func layout() -> (XMLRecordLayout, [Int])? {
    var rules: [XMLFieldRule] = []
    var columns: [Int] = []
    var mapped: Set<String> = []
    do {
      for (index, field) in fields.enumerated() {
        switch field.kind {
        case .own: rules.append(try .text(field.path, column: columns.count))
        case .whole:
          rules.append(
            try .flowingText(field.path, except: profile.valueExcept, column: columns.count))
        case .technical, .personal: continue
        }
        columns.append(index)
        mapped.insert(field.path)
      }
      let dropped = (profile.personalPaths + profile.technical + contact).filter {
        !mapped.contains($0)
      }
      return (
        try XMLRecordLayout(
          record: record, columnCount: columns.count, rules: rules, dropped: dropped,
          skippedWhere: profile.skipRules), columns
      )
    } catch {
      return nil
    }
  }

  /// The columns with their roles.
  func columns(_ tool: ToolRecognition.Result) -> [InspectedFile.Column] {
    var columns = RoleSuggestion(tool: tool, records: wholeRecords).columns(facts)
    for (index, field) in fields.enumerated() {
      switch field.kind {
      case .personal: columns[index].filled = min(field.withText, max(records, 1))
      case .technical:
        columns[index].role = .technical
        columns[index].why = "\(tool.name ?? "XML") writes it for itself"
        columns[index].filled = min(field.withText, max(records, 1))
        columns[index].type = nil
        columns[index].distinct = nil
        columns[index].form = "not read"
      case .own, .whole: continue
      }
    }
    return columns
  }
}
