/// A change to every measure and every sentence of a document, wherever they stand.
///
/// There is one walk, so that a new kind of block cannot be forgotten by one of its users.
struct DocumentMap {
  var measure: (Measure) -> Measure = { $0 }
  /// `nil` leaves the sentence out.
  var sentence: (Sentence) -> Sentence? = { $0 }
  var inline: (Inline) -> Inline = { $0 }
  var table: (Table) -> Table = { $0 }
  var cell: (Cell) -> Cell = { $0 }
  var comparison: (Comparison) -> Comparison = { $0 }

  func apply(to document: inout AnnexDocument) {
    document.sections = document.sections.map(apply)
    document.figures = document.figures.map { figure in
      var figure = figure
      figure.measure = measure(figure.measure)
      return figure
    }
  }

  func apply(_ section: Section) -> Section {
    var section = section
    section.blocks = section.blocks.compactMap(apply)
    section.parts = section.parts.map(apply)
    return section
  }

  func apply(_ block: Block) -> Block? {
    switch block {
    case .paragraph(let paragraph): return apply(paragraph).map(Block.paragraph)
    case .list(let items):
      let kept = items.compactMap(apply)
      return kept.isEmpty ? nil : .list(kept)
    case .keyFigures(let figures):
      return .keyFigures(
        figures.map { figure in
          var figure = figure
          figure.caption = apply(figure.caption) ?? Sentence([])
          return figure
        })
    case .table(let table): return .table(apply(table))
    case .chart(let chart): return .chart(apply(chart))
    case .comment(let paragraphs): return .comment(paragraphs.compactMap(apply))
    case .proposals(let rows):
      return .proposals(
        rows.map { row in
          var row = row
          row.sentences = row.sentences.compactMap(apply)
          return row
        })
    case .warning(let paragraph): return apply(paragraph).map(Block.warning)
    case .heading, .quotation, .figureRegister, .quotationRegister: return block
    }
  }

  func apply(_ paragraph: Paragraph) -> Paragraph? {
    var paragraph = paragraph
    paragraph.sentences = paragraph.sentences.compactMap(apply)
    return paragraph.sentences.isEmpty ? nil : paragraph
  }

  func apply(_ sentence: Sentence) -> Sentence? {
    guard var changed = self.sentence(sentence) else { return nil }
    changed.runs = changed.runs.map(apply)
    changed.fallback = changed.fallback?.map(apply)
    return changed
  }

  func apply(_ run: Inline) -> Inline {
    if case .number(let measure, let noun) = run {
      return inline(.number(self.measure(measure), noun: noun))
    }
    return inline(run)
  }

  func apply(_ table: Table) -> Table {
    var table = self.table(table)
    table.unit = table.unit.compactMap(apply)
    table.notes = table.notes.compactMap(apply)
    table.groups = table.groups.map { group in
      var group = group
      group.rows = group.rows.map { row in
        var row = row
        row.header = row.header.map { $0.map(apply) }
        row.cells = row.cells.map(apply)
        return row
      }
      return group
    }
    return table
  }

  func apply(_ cell: Cell) -> Cell {
    switch self.cell(cell) {
    case .number(let measure): .number(self.measure(measure))
    case .text(let lines): .text(lines.map { $0.map(apply) })
    case .comparison(let comparison): .comparison(apply(comparison))
    case let other: other
    }
  }

  func apply(_ comparison: Comparison) -> Comparison {
    var changed = self.comparison(comparison)
    changed.lines = changed.lines.map { $0.map(apply) }
    return changed
  }

  func apply(_ chart: Chart) -> Chart {
    var chart = chart
    chart.unit = chart.unit.compactMap(apply)
    chart.notes = chart.notes.compactMap(apply)
    switch chart.content {
    case .flow(var flow):
      flow.read = measure(flow.read)
      flow.setAside = flow.setAside.map(apply)
      flow.accepted = measure(flow.accepted)
      flow.channels = flow.channels.map(apply)
      chart.content = .flow(flow)
    case .weeks(var weeks):
      weeks.panels = weeks.panels.map { panel in
        var panel = panel
        panel.total = measure(panel.total)
        panel.values = panel.values.map(measure)
        return panel
      }
      chart.content = .weeks(weeks)
    case .ratios(var ratios):
      ratios.groups = ratios.groups.map { group in
        var group = group
        group.rows = group.rows.map(apply)
        return group
      }
      chart.content = .ratios(ratios)
    case .bars(var bars):
      bars.bars = bars.bars.map { bar in
        var bar = bar
        bar.value = measure(bar.value)
        bar.second = measure(bar.second)
        bar.weighted = bar.weighted.map(measure)
        return bar
      }
      chart.content = .bars(bars)
    case .progress(var progress):
      progress.panels = progress.panels.map { panel in
        var panel = panel
        panel.reference = measure(panel.reference)
        panel.values = panel.values.map { $0.map(measure) }
        return panel
      }
      chart.content = .progress(progress)
    }
    return chart
  }

  private func apply(_ labelled: LabelledMeasure) -> LabelledMeasure {
    LabelledMeasure(labelled.label, measure(labelled.measure))
  }

  private func apply(_ row: RatioChart.Row) -> RatioChart.Row {
    var row = row
    row.ratio = row.ratio.map(measure)
    row.ratioLow = row.ratioLow.map(measure)
    row.span = row.span.map(measure)
    row.gap = row.gap.map(measure)
    row.comparison = apply(row.comparison)
    return row
  }
}
