extension AnnexDocument {
  /// The document with its figures and quotations numbered in order of first use, and without
  /// the figures that are not used.
  func numbered() -> AnnexDocument {
    var document = self
    var order: [String] = []
    var seen: Set<String> = []
    func use(_ key: String?) {
      guard let key, seen.insert(key).inserted else { return }
      order.append(key)
    }
    let map = DocumentMap(
      inline: {
        if case .figure(let key, _) = $0 { use(key) }
        return $0
      })
    forEachBlock { _, block in
      switch block {
      case .keyFigures(let figures):
        for figure in figures {
          use(figure.key)
          // The walk below sees a caption's fallback too, which is not printed.
          for case .figure(let key, _) in figure.caption.runs { use(key) }
        }
      case .table(let table): use(table.figure)
      case .chart(let chart): use(chart.figure)
      default: break
      }
      _ = map.withoutFallbacks.apply(block)
    }
    var byKey: [String: Figure] = [:]
    for figure in figures { byKey[figure.measure.key] = figure }
    document.figures = order.compactMap { byKey[$0] }.enumerated().map { index, figure in
      var figure = figure
      figure.mark = "F\(index + 1)"
      return figure
    }
    var quotations = 0
    document.sections = document.sections.map {
      $0.mapBlocks { block in
        guard case .quotation(var quotation) = block else { return block }
        quotations += 1
        quotation.mark = "C\(quotations)"
        return .quotation(quotation)
      }
    }
    return document
  }
}

extension Section {
  func mapBlocks(_ change: (Block) -> Block) -> Section {
    var section = self
    section.blocks = blocks.map(change)
    section.parts = parts.map { $0.mapBlocks(change) }
    return section
  }
}

extension DocumentMap {
  /// The same walk over what is printed only.
  fileprivate var withoutFallbacks: DocumentMap {
    var map = self
    map.sentence = { Sentence($0.runs) }
    return map
  }
}
