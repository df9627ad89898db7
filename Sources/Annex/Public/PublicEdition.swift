/// Hides small counts wherever they stand in a document.
///
/// Every count of persons, submissions, viewpoints or records below the limit is hidden, with
/// everything computed from it. Where a reader could compute it from a sum, more is hidden until
/// nobody can (``SmallCountSuppression``). Since tables, charts, their descriptions and the
/// sentences all hold the same ``Measure``s, nothing that is composed can pass this by.
///
/// Facts of the municipality's own work are not counts in this sense: dates, paragraphs, numbers
/// of elected representatives, money, versions, hashes and the numbers of the duties.
public struct PublicEdition: Sendable {
  /// Makes the step.
  public init() {}

  /// The document with small counts hidden.
  public func apply(to document: AnnexDocument) -> AnnexDocument {
    var document = document.numbered()
    let hidden = hidden(in: document)
    guard !hidden.isEmpty else {
      Self.maskWords(in: &document)
      document.implied = []
      return document
    }
    let cover = Cover(hidden: hidden, limit: document.smallestCount)
    let map = DocumentMap(
      measure: cover.measure, sentence: cover.sentence, inline: { $0 }, table: cover.table,
      cell: { $0 }, comparison: cover.comparison)
    document.sections = document.sections.map { $0.mapBlocks(cover.chart) }
    map.apply(to: &document)
    document.implied = []
    Self.maskWords(in: &document)
    return document
  }

  /// Why each number is hidden, by key.
  private func hidden(in document: AnnexDocument) -> [String: Measure.Hiding] {
    let measures = document.measures
    var suppression = SmallCountSuppression(
      limit: document.smallestCount, sensitiveLimit: document.smallestSensitiveCount)
    var dependents: [String: Set<String>] = [:]
    for measure in measures {
      for key in measure.basis { dependents[key, default: []].insert(measure.key) }
    }
    for measure in measures where measure.unit.isProtected {
      guard let count = measure.value?.wholeNumber else { continue }
      suppression.add(
        measure.key, count, isSensitive: measure.isSensitive,
        dependents: dependents[measure.key]?.count ?? 0)
    }
    for relation in document.allRelations {
      suppression.relate(relation.total, relation.parts)
    }
    var hidden = suppression.solve()
    // A theme has at least as many viewpoints as submissions, so each of the two is a bound on
    // the other: they are hidden together.
    for measure in measures where hidden[measure.key] == nil {
      if let twin = Self.twin(of: measure.key), hidden[twin] != nil {
        hidden[measure.key] = .complementary
      }
    }
    for measure in measures where hidden[measure.key] == nil {
      let limit = document.smallestCount
      let isSmallSpan =
        measure.unit.isProtected
        && measure.value?.numbers.contains { $0 > 0 && $0 < Double(limit) } == true
      if isSmallSpan || measure.basis.contains(where: { hidden[$0] != nil }) {
        hidden[measure.key] = .derived
      }
    }
    return hidden
  }

  /// The other count of a theme: its submissions for its viewpoints, and the other way round.
  private static func twin(of key: String) -> String? {
    guard key.hasPrefix("theme/"), key.split(separator: "/").count == 2,
      let dot = key.lastIndex(of: ".")
    else { return nil }
    switch key[dot...] {
    case ".viewpoints": return key[..<dot] + ".submissions"
    case ".submissions": return key[..<dot] + ".viewpoints"
    default: return nil
    }
  }

  /// Hides small counts in the words of tables that a program has filled in.
  private static func maskWords(in document: inout AnnexDocument) {
    let words = SmallCountWords(limit: document.smallestCount)
    let map = DocumentMap(inline: {
      if case .text(let text) = $0 { return .text(words.masked(text)) }
      return $0
    })
    document.sections = document.sections.map {
      $0.mapBlocks { block in
        guard case .table(let table) = block, ["duties", "reach"].contains(table.id) else {
          return block
        }
        return .table(map.apply(table))
      }
    }
  }
}

/// The changes to the parts of a document in which numbers are hidden.
private struct Cover {
  let hidden: [String: Measure.Hiding]
  let limit: Int

  func measure(_ measure: Measure) -> Measure {
    guard let hiding = hidden[measure.key] else { return measure }
    var covered = measure
    covered.value = nil
    covered.hiding = hiding
    return covered
  }

  func sentence(_ sentence: Sentence) -> Sentence? {
    let keys =
      sentence.basis
      + sentence.runs.compactMap { run -> String? in
        switch run {
        case .figure(let key, _): key
        case .number(let measure, _): measure.key
        default: nil
        }
      }
    guard keys.contains(where: { hidden[$0] != nil }), let fallback = sentence.fallback else {
      return Sentence(sentence.runs)
    }
    return fallback.isEmpty ? nil : Sentence(fallback)
  }

  func comparison(_ comparison: Comparison) -> Comparison {
    var covered = comparison
    if comparison.basis.contains(where: { hidden[$0] != nil }) { covered.lines = [] }
    guard hidden[comparison.key] != nil else { return covered }
    if !comparison.tellsNothing {
      covered.classification = nil
      covered.reason = nil
    }
    covered.lines = [[.text("antalet visas inte")]]
    return covered
  }

  func table(_ table: Table) -> Table {
    var table = table
    var hidesCount = false
    var hidesSensitive = false
    var hidesAttribute: Set<Int> = []
    for row in table.groups.flatMap(\.rows) {
      for (index, cell) in row.cells.enumerated() {
        switch cell {
        case .number(let measure) where hidden[measure.key] != nil:
          hidesCount = true
          if measure.isSensitive { hidesSensitive = true }
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
      table.notes.append(
        "Ibland döljs även ett större tal, så att det dolda inte går att räkna fram.")
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

  func chart(_ block: Block) -> Block {
    guard case .chart(var chart) = block else { return block }
    var found = false
    let map = DocumentMap(measure: {
      if hidden[$0.key] != nil { found = true }
      return $0
    })
    _ = map.apply(chart)
    if found {
      if case .ratios = chart.content {
        chart.notes.append("En grupp vars antal döljs har inget märke.")
      } else {
        chart.notes.append("Streck (–) betyder att talet döljs, se tabellen.")
      }
    }
    return .chart(chart)
  }
}
