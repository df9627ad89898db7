import Annex
import Testing

/// The step over tables that nobody composed: every small table, and many random ones.
@Suite struct SuppressionTests {
  private static func document(
    _ rows: [[Int]], isSensitive: Bool = false
  ) -> AnnexDocument {
    func measure(_ key: String, _ value: Int) -> Cell {
      .number(
        Measure(key: key, value: .count(value), unit: .persons, isSensitive: isSensitive))
    }
    let columns = rows[0].indices
    var lines = rows.enumerated().map { row, counts in
      Table.Row(
        "\(row)",
        counts.enumerated().map { measure("cell \(row) \($0)", $1) }
          + [measure("row \(row)", counts.reduce(0, +))], part: .addend)
    }
    if rows.count > 1 {
      lines.append(
        Table.Row(
          "Summa",
          columns.map { column in
            measure("column \(column)", rows.reduce(0) { $0 + $1[column] })
          } + [measure("all", rows.flatMap(\.self).reduce(0, +))], part: .total))
    }
    let table = Table(
      id: "t", number: "Tabell 1", title: "T",
      columns: [.init("")] + columns.map { .init("\($0)", isNumber: true, part: .addend) }
        + [.init("Summa", isNumber: true, part: .total)], groups: [.init(rows: lines)])
    var document = AnnexDocument(
      edition: .public, isSynthetic: true, dialogue: "d", registryNumber: "1", version: "1",
      head: .init(
        municipality: "", reference: "", kind: "", title: "", lead: "", facts: [],
        runningHead: ""))
    document.sections = [Section(id: "s", number: nil, title: "S", blocks: [.table(table)])]
    return document
  }

  /// A partition of four with its sum: every combination of small, middling and large counts.
  @Test func `A partition leaves at least three values for every small count`() {
    let values = [0, 1, 2, 4, 5, 7, 30]
    for first in values {
      for second in values where second >= first {
        for third in values where third >= second {
          for fourth in values where fourth >= third {
            let counts = [first, second, third, fourth]
            let document = Self.document([counts])
            let shown = PublicEdition().apply(to: document)
            let small = counts.indices.filter { (1...4).contains(counts[$0]) }
            #expect(small.allSatisfy { shown.hiddenKeys.contains("cell 0 \($0)") }, "\(counts)")
            #expect(Self.losses(shown, document).isEmpty, "\(counts)")
          }
        }
      }
    }
  }

  private static func losses(_ shown: AnnexDocument, _ truth: AnnexDocument) -> [String] {
    Verdict.on(shown, truth: truth, .init(WorkedExample.content(.public))).losses
  }

  @Test(arguments: [
    [[1, 1, 25, 30]], [[2, 7, 18, 30]], [[1]], [[1, 1]], [[1, 1, 1, 1]], [[4, 4]], [[4, 4, 4]],
    [[1, 5]], [[1, 5, 5]], [[1, 1, 5, 5]], [[3, 0, 0]], [[0, 0, 1, 400]],
    [[1, 2, 3], [2, 3, 4], [3, 4, 1]], [[1, 0], [0, 1]], [[4, 4], [4, 4]], [[1, 30], [30, 1]],
    [[1, 30, 30], [30, 30, 1], [30, 1, 30]], [[1, 5, 5], [5, 5, 1], [5, 1, 5]],
    [[0, 0, 2], [0, 9, 9], [2, 9, 9]], [[1, 1, 1], [40, 40, 40]], [[2, 2, 2, 2, 2, 2, 2, 40]],
  ])
  func `A hostile table gives nothing away`(rows: [[Int]]) {
    let document = Self.document(rows)
    let shown = PublicEdition().apply(to: document)
    #expect(Self.losses(shown, document) == [])
    #expect(Self.losses(document, document) != [])
  }

  @Test(arguments: [
    [[0, 9, 10, 60]], [[0, 0, 0, 200]], [[0]], [[0, 12]], [[9, 9]], [[1, 2, 3, 4]],
    [[0, 12], [40, 0]], [[10, 10, 9]],
  ])
  func `A hostile table of sensitive counts gives nothing away`(rows: [[Int]]) {
    let document = Self.document(rows, isSensitive: true)
    let shown = PublicEdition().apply(to: document)
    #expect(Self.losses(shown, document) == [])
  }

  @Test func `Two-way tables with sums give nothing away by subtraction`() {
    var state: UInt64 = 20_260_528
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var hidden = 0
    for _ in 0..<60 {
      let width = 2 + next(4)
      let rows = (0..<(2 + next(4))).map { _ in
        (0..<width).map { _ in next(3) == 0 ? next(6) : next(40) }
      }
      let document = PublicEdition().apply(to: Self.document(rows))
      hidden += document.hiddenKeys.count
      let small = document.shownCounts.filter { $0.value > 0 && $0.value < 5 }
      #expect(small.isEmpty, "\(rows)")
      #expect(SubtractionAttack(document).found.isEmpty, "\(rows)")
      #expect(Self.losses(document, Self.document(rows)).isEmpty, "\(rows)")
    }
    #expect(hidden > 200)
  }

  @Test func `Nothing is hidden where nothing is small`() {
    let document = PublicEdition().apply(to: Self.document([[5, 0, 30], [12, 9, 0]]))
    #expect(document.hiddenKeys.isEmpty)
    #expect(document.tables[0].notes.isEmpty)
  }

  @Test func `A table that hides says why`() {
    let document = PublicEdition().apply(to: Self.document([[3, 14, 30], [12, 9, 8]]))
    #expect(document.hiddenKeys.contains("cell 0 0"))
    #expect(document.tables[0].notes.count == 2)
  }

  @Test func `Sensitive counts are hidden under ten, and so is none`() {
    let document = PublicEdition().apply(
      to: Self.document([[0, 9, 10, 60]], isSensitive: true))
    #expect(document.hiddenKeys.isSuperset(of: ["cell 0 0", "cell 0 1"]))
  }

  @Test func `The step can be taken twice`() {
    let once = PublicEdition().apply(to: Self.document([[3, 14, 30], [12, 9, 8]]))
    #expect(PublicEdition().apply(to: once).hiddenKeys == once.hiddenKeys)
  }
}
