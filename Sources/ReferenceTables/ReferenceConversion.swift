import DialogueModel

/// Makes a reference population from statistics tables as they are downloaded.
///
/// The tables are CSV files, as SCB's statistical database (*statistikdatabasen*) and other PxWeb
/// sites write them, or as a spreadsheet saves them. Nothing is estimated: a group gets a figure
/// only when the table's own classes make it up exactly, and every row that is not used is counted
/// with its reason.
///
/// ```swift
/// let options = ReferenceOptions(
///   region: "1783 Hagfors", bands: try AgeBands(written: "16-24,25-64,65+"),
///   date: ReferenceOptions.date(ofYear: 2019), totals: [.all])
/// let result = ReferenceConversion(options).convert(["folkmangd.csv"])
/// ```
public struct ReferenceConversion: Sendable {
  // How far one published figure is taken to be moved by SCB's Cell Key Method. It is our own
  // assumption, as in the room Representation: SCB does not state it.
  static let noise = 3
  // The longest title that becomes the name of the table, in characters.
  static let longestText = 500

  private let options: ReferenceOptions

  /// Makes a conversion.
  public init(_ options: ReferenceOptions) { self.options = options }

  /// Reads the tables and makes the population.
  ///
  /// A group is taken from the first table that has it; another table that has it too must have
  /// the same figure.
  ///
  /// - Parameter paths: The files, each at most 16 MiB.
  /// - Returns: The rows that could be made, and what was found. It never throws: a file that
  ///   cannot be read is a finding.
  public func convert(_ paths: [String]) -> ConvertedReference {
    let tables = paths.map { StatisticsTable(path: $0, options: options) }
    var findings = tables.flatMap(\.findings)
    var rows: [ReferenceRow] = []
    let usable = tables.filter(\.isUsable)
    for (key, isAsked) in wanted(usable) {
      let having = usable.filter { $0.counts[key] != nil }
      guard let first = having.first, let count = first.counts[key], let date = first.date else {
        findings += usable.prefix(isAsked ? Int.max : 1).compactMap { table in
          table.refusals[key].map { isAsked ? $0 : softened($0, key) }
        }
        continue
      }
      for other in having.dropFirst() where other.counts[key] != count {
        findings.append(differing(key, first, other))
      }
      let source =
        options.source ?? (first.publisher ?? first.title).map { "\($0), \(first.region)" }
      rows.append(
        ReferenceRow(
          dimension: key.dimension, value: key.value, count: count,
          source: CellText.tidied(source ?? ""),
          table: CellText.tidied(options.table ?? first.title ?? ""), date: date))
    }
    findings += origin(usable) + days(usable) + gaps(usable) + sexes(usable)
    if paths.isEmpty {
      findings.append(
        Finding(
          .usage, at: Place(file: "inspel reference"), "no table is named",
          remedy: "Name at least one file."))
    }
    return ConvertedReference(rows: rows, accounts: tables.map(\.account), findings: findings)
  }

  // The groups in the order of the file, and whether each was asked for.
  private func wanted(_ tables: [StatisticsTable]) -> [(GroupKey, isAsked: Bool)] {
    var keys: [(GroupKey, Bool)] = [
      (.everybody, options.totals.isEmpty || options.totals.contains(.all))
    ]
    for ages in options.totals where !keys.contains(where: { $0.0 == .total(ages) }) {
      keys.append((.total(ages), true))
    }
    keys += (options.bands?.bands ?? []).map { (.band($0), true) }
    return keys + Sex.allCases.map { (.sex($0), false) }
  }

  // What was not asked for may be missing, and that is said all the same.
  private func softened(_ finding: Finding, _ key: GroupKey) -> Finding {
    var finding = finding
    finding.severity = key == .everybody ? .note : .warning
    finding.consequence = "The row \(key.dimension);\(key.value) is left out."
    return finding
  }

  private func differing(
    _ key: GroupKey, _ first: StatisticsTable, _ other: StatisticsTable
  ) -> Finding {
    Finding(
      .referenceRepeated, at: Place(file: other.file),
      "\(key.dimension) \(key.value) has another figure than in \(first.file)",
      consequence: "Which is right cannot be known.",
      remedy: "Name the tables of one region and one day, each once.")
  }

  private func days(_ tables: [StatisticsTable]) -> [Finding] {
    let dates = Set(tables.compactMap(\.date))
    guard dates.count > 1, let last = tables.last else { return [] }
    return [
      Finding(
        .referenceTable, at: Place(file: last.file), "the tables are for different days",
        consequence: "They cannot be one population.",
        remedy: "Say which: --year 2019 for the last day of 2019, or --date 2019-12-31.")
    ]
  }

  // A figure without its source is worth nothing.
  private func origin(_ tables: [StatisticsTable]) -> [Finding] {
    tables.flatMap { table -> [Finding] in
      let place = Place(file: table.file)
      var findings: [Finding] = []
      if table.title == nil {
        let lacks = [
          options.source == nil && table.publisher == nil ? "--source" : nil,
          options.table == nil ? "--table" : nil,
        ].compactMap { $0 }
        if !lacks.isEmpty {
          findings.append(
            Finding(
              .referenceTable, at: place, "the file has no title line that says what table it is",
              consequence: "Every figure needs its source.",
              remedy: "Give \(lacks.joined(separator: " and ")), or download with the heading."))
        }
      } else if options.source == nil && table.publisher == nil {
        findings.append(
          Finding(
            .referenceAssumed, at: place, "the file does not say who published the figures",
            consequence: "Its title stands as the source.",
            remedy: "Give --source, such as \"SCB\"."))
      }
      return findings
    }
  }

  private func gaps(_ tables: [StatisticsTable]) -> [Finding] {
    (options.bands?.inner ?? []).map { gap in
      Finding(
        .referenceBands, at: Place(file: tables.first?.file ?? "inspel reference"),
        severity: .note, "no band has the ages \(gap.key)",
        consequence: "The people of those ages are in no band.",
        remedy: "Add a band, if that is not meant.")
    }
  }

  private func sexes(_ tables: [StatisticsTable]) -> [Finding] {
    guard !tables.isEmpty, !tables.contains(where: \.hasSexes), let first = tables.first else {
      return []
    }
    return [
      Finding(
        .referenceUnused, at: Place(file: first.file),
        "no table is divided by sex", consequence: "The population gets no rows for sex.",
        remedy: "Download the table by age and sex, if the dialogue asks for sex.")
    ]
  }
}
