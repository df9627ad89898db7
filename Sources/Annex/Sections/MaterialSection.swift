import DialogueModel

extension Composition {
  /// The largest number of places named for one reason.
  private static let longestPlaceList = 20
  /// The largest number of files whose hashes are listed.
  private static let longestHashList = 100

  /// Section 4: what was read and what became of it.
  mutating func materialSection() -> Section {
    var section = Section(id: "s4", number: "4", title: "Underlaget")
    section.blocks.append(.paragraph(Paragraph(intro())))
    if !content.account.balances {
      section.blocks.append(
        .warning(
          Paragraph([
            "För minst en källa är inlästa poster inte lika många som de med ett utfall."
          ])))
    }
    guard !content.account.sources.isEmpty else { return section }
    section.blocks.append(.chart(flowChart()))
    section.blocks.append(.table(flowTable()))
    if !content.rejections.isEmpty { section.blocks.append(.table(rejections())) }
    section.blocks.append(.table(hashes()))
    if let table = leftOut() { section.blocks.append(.table(table)) }
    section.blocks += weeks()
    return section
  }

  private func intro() -> [Sentence] {
    let sources = content.account.sources.count
    let read = content.account.read
    guard sources > 0 else { return ["Ingen källa är inläst."] }
    let from =
      sources == 1 ? "en källa" : "\(Swedish.word(sources)) källor"
    guard read > 0 else { return ["Vi läste in \(from), men hittade inga poster."] }
    var sentences: [Sentence] = ["Vi läste in \(.mark(FigureKey.read, .records)) från \(from)."]
    if facts.excluded == 0 {
      sentences.append("Alla poster ingår.")
    } else {
      sentences.append("\(.mark(FigureKey.excluded)) av dem ingår inte.")
      sentences.append("Varje sådan post finns kvar med källa, plats och skäl.")
    }
    if content.submissionsWithoutText > 0 {
      sentences.append(
        "\(.mark(FigureKey.withoutText, .submissions)) har inget svar i fritext.")
    }
    return sentences
  }

  private static let setAside = RecordOutcome.allCases.filter { $0 != .accepted }

  private mutating func flowChart() -> Chart {
    func labelled(_ key: String, _ label: String) -> LabelledMeasure? {
      book.measure(key).map { LabelledMeasure(label, $0) }
    }
    let flow = FlowChart(
      read: book.measure(FigureKey.read) ?? Self.none,
      setAside: Self.setAside.compactMap {
        labelled(FigureKey.flow($0), Swedish.lowered(Words.outcome($0)))
      },
      accepted: book.measure(FigureKey.flow(.accepted)) ?? Self.none,
      channels: facts.usedChannels.compactMap {
        labelled(FigureKey.channel($0.id), Swedish.lowered($0.label))
      })
    return Chart(
      id: "flow", number: numbers.chart(1), title: "Från inlästa poster till inlämningar",
      figure: FigureKey.table("flow"), unit: ["Enhet: poster.", "Tjockleken visar antalet."],
      content: .flow(flow))
  }

  /// Stands for a number that does not exist; every key above is always defined.
  static let none = Measure(key: "none", value: .count(0), unit: .work)

  private mutating func flowTable() -> Table {
    var rows = facts.sources.map { row in
      let path = row.account.path
      return Table.Row(
        [[.text(row.name)], [.code(row.path)]],
        [book.cell(FigureKey.sourceRead(path))]
          + Self.setAside.map { book.cell(FigureKey.source(path, $0)) }
          + [book.cell(FigureKey.source(path, .accepted))], part: .addend)
    }
    rows.append(
      Table.Row(
        "Summa",
        [book.cell(FigureKey.read)] + Self.setAside.map { book.cell(FigureKey.flow($0)) }
          + [book.cell(FigureKey.flow(.accepted))], part: .total))
    return Table(
      id: "flow-table", number: numbers.table(3), title: "Redovisning per källa",
      figure: FigureKey.table("flow"), unit: ["Enhet: poster.", "Inlästa = ingår + alla skäl."],
      columns: [.init("Källa"), .init("Inlästa", isNumber: true, part: .total)]
        + Self.setAside.map { .init(Words.outcome($0), isNumber: true, part: .addend) }
        + [.init("Ingår", isNumber: true, part: .addend)],
      groups: [.init(rows: rows)], isLong: facts.sources.count > 20, isWide: true)
  }

  private mutating func rejections() -> Table {
    var columns: [Table.Column] = [.init("Skäl"), .init("Poster", isNumber: true)]
    if !isPublic { columns.append(.init("Var")) }
    var rows = content.rejections.map { rejection in
      var cells = [book.cell(FigureKey.rejection(rejection.code))]
      if !isPublic { cells.append(places(rejection)) }
      return Table.Row(
        [[.text(Words.rejection(rejection.code))], [.code(rejection.code.rawValue)]], cells,
        part: .addend)
    }
    let holds = content.rejections.reduce(0) { $0 + $1.count } == content.account[.rejected]
    if holds {
      rows.append(
        Table.Row(
          "Summa", [book.cell(FigureKey.flow(.rejected))] + (isPublic ? [] : [.notApplicable]),
          part: .total))
    }
    return Table(
      id: "rejections", number: numbers.table(3), title: "Varför poster är avvisade",
      figure: FigureKey.table("rejections"),
      unit: ["Enhet: poster.", "Posterna finns kvar i källan och i registret."],
      columns: columns, groups: [.init(rows: rows)])
  }

  private func places(_ rejection: AnnexContent.Rejection) -> Cell {
    guard !rejection.places.isEmpty else { return .words(Swedish.missing) }
    var lines = rejection.places.prefix(Self.longestPlaceList).map { place -> [Inline] in
      [.text(Words.place(place))]
    }
    let rest = rejection.count - lines.count
    if rest > 0, rejection.places.count >= lines.count {
      lines.append([.text("och \(Swedish.number(rest)) till, se findings.csv")])
    }
    return .text(lines)
  }

  private mutating func hashes() -> Table {
    let sources = content.account.sources.map { ($0.path, $0.sha256) }
    let shown = sources.prefix(Self.longestHashList)
    var table = Table(
      id: "hashes", number: numbers.table(3), title: "Källornas kontrollsummor",
      unit: ["SHA-256 av filens alla tecken."],
      columns: [.init("Källa"), .init("SHA-256")],
      groups: [.init(rows: shown.map { Table.Row([[.code($0.0)]], [.text([[.code($0.1)]])]) })],
      style: .dense, isLong: shown.count > 20, isWide: true)
    if sources.count > shown.count {
      table.notes = [
        """
        Tabellen visar de första \(Swedish.number(shown.count)) av \
        \(Swedish.number(sources.count)) filer. Alla står i run.json.
        """
      ]
    }
    return table
  }

  /// The columns that gave nothing, so that nothing is left out in silence.
  private mutating func leftOut() -> Table? {
    var seen: Set<[[String]]> = []
    let rows = zip(content.account.sources, content.sources).compactMap {
      account, source -> Table.Row? in
      guard !source.unmappedColumns.isEmpty || !source.droppedColumns.isEmpty else { return nil }
      // Files of one kind have the same columns; one row says it for all of them.
      let columns = [
        [source.label, source.profile], source.unmappedColumns, source.droppedColumns,
      ]
      guard seen.insert(columns).inserted else { return nil }
      return Table.Row(
        [[.text("\(source.label) (\(source.profile))")]],
        [names(source.unmappedColumns), names(source.droppedColumns)])
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      id: "columns", number: numbers.table(3), title: "Kolumner och fält som inte ingår",
      unit: ["Kontaktuppgifter tas bort vid inläsningen och sparas inte."],
      columns: [.init("Källa"), .init("Har ingen roll i sammanställningen"), .init("Borttagna")],
      groups: [.init(rows: rows)], isLong: rows.count > 10)
  }

  private func names(_ columns: [String]) -> Cell {
    columns.isEmpty ? .words("inga") : .text([[.text(columns.joined(separator: ", "))]])
  }
}
