extension AnnexDocument {
  /// A count that the document shows.
  public struct ShownCount: Sendable, Equatable {
    /// The key of the count.
    public var key: String
    /// Where it stands, such as `Tabell 3`.
    public var place: String
    /// The number.
    public var value: Int
    /// Whether the answers counted are sensitive data.
    public var isSensitive: Bool
  }

  /// A quotation of the document as one text.
  public struct QuotationText: Sendable, Equatable {
    /// The mark, such as `C3`.
    public var mark: String
    /// The submission's public number.
    public var submission: String
    /// The whole passage.
    public var text: String
  }

  /// Every count of persons, submissions, viewpoints or records that the document shows, in
  /// tables, charts, their descriptions and sentences.
  public var shownCounts: [ShownCount] {
    var counts: [ShownCount] = []
    func add(_ measure: Measure, _ place: String) {
      guard measure.unit.isProtected, let value = measure.value else { return }
      for number in value.numbers where value.form == .count || value.form == .countSpan {
        counts.append(
          ShownCount(
            key: measure.key, place: place, value: Int(number),
            isSensitive: measure.isSensitive))
      }
    }
    forEachBlock { section, block in
      let place =
        switch block {
        case .table(let table): table.number
        case .chart(let chart): chart.number
        default: "avsnitt \(section.number ?? section.title)"
        }
      let map = DocumentMap(measure: {
        add($0, place)
        return $0
      })
      _ = map.apply(block)
    }
    for figure in figures { add(figure.measure, figure.mark) }
    return counts
  }

  /// The keys of every number that is hidden; other public files have to hide the same.
  public var hiddenKeys: Set<String> {
    var keys: Set<String> = []
    for measure in measures where measure.hiding != nil { keys.insert(measure.key) }
    return keys
  }

  /// The keys of the groups' counts whose class is hidden; other public files have to hide the
  /// same.
  public var hiddenClasses: Set<String> {
    var keys: Set<String> = []
    let map = DocumentMap(comparison: {
      if $0.classification == nil { keys.insert($0.key) }
      return $0
    })
    forEachBlock { _, block in _ = map.apply(block) }
    return keys
  }

  /// Every quotation, in the order of the text.
  public var quotationTexts: [QuotationText] {
    quotations.map { QuotationText(mark: $0.mark, submission: $0.submission, text: $0.text) }
  }

  /// Every quotation, in the order of the text.
  public var quotations: [Quotation] {
    var found: [Quotation] = []
    forEachBlock { _, block in
      if case .quotation(let quotation) = block { found.append(quotation) }
    }
    return found
  }

  /// Every table, in the order of the text.
  public var tables: [Table] {
    var found: [Table] = []
    forEachBlock { _, block in if case .table(let table) = block { found.append(table) } }
    return found
  }

  /// Every chart, in the order of the text.
  public var charts: [Chart] {
    var found: [Chart] = []
    forEachBlock { _, block in if case .chart(let chart) = block { found.append(chart) } }
    return found
  }

  /// Every measure of the document, wherever it stands, and those that are only implied.
  public var measures: [Measure] { printedMeasures + implied }

  /// Every measure that has a place in the document.
  var printedMeasures: [Measure] {
    var found: [Measure] = []
    let map = DocumentMap(measure: {
      found.append($0)
      return $0
    })
    var copy = self
    map.apply(to: &copy)
    return found
  }

  /// Every sum that a reader of the document can compute.
  public var allRelations: [SumRelation] {
    var seen: Set<SumRelation> = []
    return (tables.flatMap(\.relations) + relations).filter { seen.insert($0).inserted }
  }

  /// Every sentence of running text as plain words, for the language check.
  public var plainSentences: [String] {
    var found: [String] = []
    let text = PlainText(self)
    let map = DocumentMap(sentence: {
      found.append(text.sentence($0.runs))
      return $0
    })
    var copy = self
    map.apply(to: &copy)
    return found.filter { !$0.isEmpty }
  }

  func forEachBlock(_ body: (Section, Block) -> Void) {
    func visit(_ section: Section) {
      for block in section.blocks { body(section, block) }
      for part in section.parts { visit(part) }
    }
    for section in sections { visit(section) }
  }
}
