import Representation

/// The changes to the parts of a document in which numbers are hidden.
struct Cover {
  private let hidden: [String: Measure.Hiding]
  private let limit: Int
  /// What the groups' comparisons tell, by the key of their count.
  private let telling: [String: ComparisonTelling]

  init(hidden: [String: Measure.Hiding], in document: AnnexDocument) {
    self.hidden = hidden
    limit = document.smallestCount
    telling = ClassSecrets(hidden: hidden, in: document).telling
  }

  /// The changes to the measures, the sentences and the tables.
  var map: DocumentMap {
    DocumentMap(
      measure: measure, sentence: sentence, inline: { $0 }, table: table, cell: { $0 },
      comparison: comparison)
  }

  private func measure(_ measure: Measure) -> Measure {
    guard let hiding = hidden[measure.key] else { return measure }
    var covered = measure
    covered.value = nil
    covered.hiding = hiding
    return covered
  }

  private func sentence(_ sentence: Sentence) -> Sentence? {
    let keys =
      sentence.basis
      + sentence.runs.compactMap { run -> String? in
        switch run {
        case .figure(let key, _): key
        case .number(let measure, _): measure.key
        default: nil
        }
      }
    guard keys.contains(where: { hidden[$0] != nil || telling[$0] == .classification }),
      let fallback = sentence.fallback
    else {
      return Sentence(sentence.runs)
    }
    return fallback.isEmpty ? nil : Sentence(fallback)
  }

  private func comparison(_ comparison: Comparison) -> Comparison {
    var covered = comparison
    let isHidden = comparison.basis.contains { hidden[$0] != nil }
    if isHidden || telling[comparison.key] != .nothing { covered.lines = [] }
    if telling[comparison.key] == .classification {
      covered.classification = nil
      covered.reason = nil
      covered.lines = RepresentationNote.restsOnHidden.sentences.map(\.runs)
    }
    if let hiding = hidden[comparison.key] {
      let note: RepresentationNote =
        hiding == .complementary ? .hiddenForAnother : .countHidden
      covered.lines = note.sentences.map(\.runs)
    }
    // Kept, they would tell how the class came out.
    covered.count = nil
    covered.mirrorOf = nil
    return covered
  }

  private func table(_ table: Table) -> Table {
    var table = table
    var hidesCount = false
    var hidesSensitive = false
    var hidesAttribute: Set<Int> = []
    var hidesGroup = false
    for row in table.groups.flatMap(\.rows) {
      for (index, cell) in row.cells.enumerated() {
        switch cell {
        case .number(let measure) where hidden[measure.key] != nil:
          hidesCount = true
          if measure.isSensitive { hidesSensitive = true }
        case .comparison(let comparison) where hidden[comparison.key] == .complementary:
          hidesGroup = true
        case .attribute(let attributes)
        where attributes.contains(where: { $0.key.map { hidden[$0] != nil } == true }):
          hidesAttribute.insert(index)
        default: break
        }
      }
    }
    if !hidesAttribute.isEmpty {
      table.groups = table.groups.map { group in
        var group = group
        group.rows = group.rows.map { covered($0, hidesAttribute) }
        return group
      }
      table.notes.append(
        "Streck (–) betyder att uppgiften döljs, eftersom få inlämningar delar den.")
    }
    if hidesCount {
      table.notes.append(
        """
        Streck (–) betyder att talet döljs, eftersom tal under \(Swedish.word(limit)) kan peka \
        ut någon.
        """)
      if hidesSensitive {
        table.notes.append("För känsliga uppgifter är gränsen högre.")
      }
      if hidesGroup {
        table.notes += RepresentationNote.largerHidden.sentences
      } else {
        table.notes.append(
          "Ibland döljs även ett större tal, så att det dolda inte går att räkna fram.")
      }
    }
    return table
  }

  private func covered(_ row: Table.Row, _ columns: Set<Int>) -> Table.Row {
    var row = row
    for index in columns where index < row.cells.count {
      guard case .attribute(let attributes) = row.cells[index] else { continue }
      // Words without a key say that there is nothing; beside hidden ones they would tell
      // which rows have something hidden.
      let shown = attributes.filter { $0.key.map { hidden[$0] == nil } ?? false }
      row.cells[index] = .attribute(shown.isEmpty ? [.init("–", key: nil)] : shown)
    }
    return row
  }

  /// The list of submissions without what a reader could count by pairs.
  ///
  /// The columns together are a table of every week, channel and kind of sender with every theme,
  /// and the rows are as many as the submissions. So only the themes are kept, as in
  /// `submissions.csv`, and the list only where the number of submissions is shown.
  func list(_ section: Section) -> Section {
    var section = section
    let isList = { (block: Block) in
      if case .table(let table) = block { table.id == "submissions" } else { false }
    }
    guard section.blocks.contains(where: isList) else { return section }
    if hidden[FigureKey.flow(.accepted)] == nil {
      section.blocks = section.blocks.map(list)
    } else {
      // The paragraph says what stands in the list.
      section.blocks.removeAll {
        if case .paragraph = $0 { true } else { isList($0) }
      }
      section.blocks.append(
        .text("Förteckningen visas inte, eftersom antalet inlämningar är dolt."))
    }
    return section
  }

  private func list(_ block: Block) -> Block {
    guard case .table(var table) = block, table.id == "submissions" else { return block }
    guard let themes = table.columns.firstIndex(where: { $0.title == "Teman" }), themes > 0 else {
      return .text("Förteckningen finns bara i den interna utgåvan.")
    }
    table.columns = [table.columns[0], table.columns[themes]]
    table.unit = ["Vecka, svarsväg och avsändare står bara i den interna utgåvan."]
    table.isWide = false
    table.groups = table.groups.map { group in
      var group = group
      group.rows = group.rows.map { row in
        var row = row
        row.cells = themes - 1 < row.cells.count ? [row.cells[themes - 1]] : []
        return row
      }
      return group
    }
    return .table(table)
  }

  /// A note under a chart with hidden numbers.
  func chart(_ block: Block) -> Block {
    guard case .chart(var chart) = block else { return block }
    var found = false
    let map = DocumentMap(measure: {
      if hidden[$0.key] != nil { found = true }
      return $0
    })
    _ = map.apply(chart)
    if found {
      if case .ratios(var ratios) = chart.content {
        for group in ratios.groups.indices {
          for row in ratios.groups[group].rows.indices
          where telling[ratios.groups[group].rows[row].comparison.key] == .classification {
            // Only groups that deviate have a gap in the chart.
            ratios.groups[group].rows[row].gap = nil
          }
        }
        chart.content = .ratios(ratios)
        chart.notes += RepresentationNote.noMark.sentences
      } else {
        chart.notes.append("Streck (–) betyder att talet döljs, se tabellen.")
      }
    }
    return .chart(chart)
  }
}
