/// Hides small counts wherever they stand in a document.
///
/// Every count of persons, submissions, viewpoints or records below the limit is hidden, with
/// everything computed from it. Where a reader could compute it from a sum, or from an earlier
/// version, more is hidden until nobody can (``SmallCountSuppression``). Since tables, charts,
/// their descriptions and the sentences all hold the same ``Measure``s, nothing that is composed
/// can pass this by.
///
/// Facts of the municipality's own work are not counts in this sense: dates, paragraphs, numbers
/// of elected representatives, money, versions, hashes and the numbers of the duties.
public struct PublicEdition: Sendable {
  /// A document with small counts hidden, and what could not be helped.
  public struct Outcome: Sendable, Equatable {
    /// The document.
    public var document: AnnexDocument
    /// The keys of small counts that a reader can still narrow down, since earlier versions give
    /// them away; the document must not be published.
    ///
    /// A key that begins with `since/` is a change since an earlier version, one with `earlier/` a
    /// count of an earlier version itself.
    public var exposed: [String]
    /// Background questions, such as `group/enkat/age`, that have other groups than in an earlier
    /// version: a person has to look at what the two give away together.
    public var changedGroups: [String]
  }

  /// The versions published before, oldest first.
  public let earlier: [EarlierEdition]

  /// Makes the step.
  ///
  /// - Parameter earlier: The versions of the same annex that were published before, oldest first.
  public init(earlier: [EarlierEdition] = []) { self.earlier = earlier }

  /// The document with small counts hidden.
  public func apply(to document: AnnexDocument) -> AnnexDocument { edit(document).document }

  /// The document with small counts hidden, and what could not be helped.
  public func edit(_ document: AnnexDocument) -> Outcome {
    var document = document.numbered()
    let found = hidden(in: document)
    let cover = Cover(hidden: found.hidden, in: document)
    document.sections = document.sections.map { $0.mapBlocks(cover.chart) }
    cover.map.apply(to: &document)
    document.sections = document.sections.map(cover.list)
    Self.cutLinks(in: &document)
    document.implied = []
    document.rule = nil
    Self.maskWords(in: &document)
    let keys = Set(document.printedMeasures.map(\.key))
    return Outcome(
      document: document, exposed: found.exposed,
      changedGroups: Set(earlier.flatMap { $0.changedGroups(keys) }).sorted())
  }

  /// Why each number is hidden, by key.
  private func hidden(in document: AnnexDocument) -> SmallCountSuppression.Result {
    let printed = document.printedMeasures
    var found = suppression(of: document, printed)
    // A theme has at least as many viewpoints as submissions, so each of the two is a bound on
    // the other: they are hidden together.
    for measure in printed where found.hidden[measure.key] == nil {
      if let twin = Self.twin(of: measure.key), let hiding = found.hidden[twin] {
        found.hidden[measure.key] = hiding == .withheld ? .withheld : .complementary
      }
    }
    for measure in printed where found.hidden[measure.key] == nil {
      let limit = document.smallestCount
      let isSmallSpan =
        measure.unit.isProtected
        && measure.value?.numbers.contains { $0 > 0 && $0 < Double(limit) } == true
      if isSmallSpan || measure.basis.contains(where: { found.hidden[$0] != nil }) {
        found.hidden[measure.key] = .derived
      }
    }
    return found
  }

  private func suppression(
    of document: AnnexDocument, _ printed: [Measure]
  ) -> SmallCountSuppression.Result {
    var suppression = SmallCountSuppression(
      limit: document.smallestCount, sensitiveLimit: document.smallestSensitiveCount)
    var dependents: [String: Set<String>] = [:]
    for measure in printed {
      for key in measure.basis { dependents[key, default: []].insert(measure.key) }
    }
    var counts: [String: Int] = [:]
    for measure in printed where measure.unit.isProtected {
      counts[measure.key] = measure.value?.wholeNumber
    }
    let sums = document.allRelations
    let sensitive = Set(printed.filter(\.isSensitive).map(\.key))
    let continued = earlier.map { $0.continuation(counts, sensitive: sensitive, sums) }
    for measure in printed where measure.unit.isProtected {
      guard let count = measure.value?.wholeNumber else { continue }
      suppression.add(
        measure.key, count, isSensitive: measure.isSensitive,
        dependents: dependents[measure.key]?.count ?? 0,
        isFixed: continued.contains { $0.unchanged.contains(measure.key) })
    }
    for measure in document.implied { suppression.add(implied: measure, as: measure.key) }
    for sum in sums { suppression.relate(sum.total, sum.parts) }
    for (number, edition) in earlier.enumerated() {
      edition.add(
        to: &suppression, number: number, moved: continued[number].moved,
        next: number + 1 < earlier.count ? earlier[number + 1] : nil)
    }
    return suppression.solve()
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

  /// Makes plain words of links to a list of submissions that is left out.
  private static func cutLinks(in document: inout AnnexDocument) {
    guard !document.tables.contains(where: { $0.id == "submissions" }) else { return }
    let prefix = "#" + Anchor.submission("")
    let map = DocumentMap(inline: {
      if case .link(let words, let target) = $0, target.hasPrefix(prefix) { return .text(words) }
      return $0
    })
    map.apply(to: &document)
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
