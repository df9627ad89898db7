import DialogueModel

extension Composition {
  /// Section 11: method, quality and the origin of the numbers.
  mutating func methodSection() -> Section {
    var section = Section(id: "s11", number: "11", title: "Metod, kvalitet och talens ursprung")
    section.blocks.append(.list(methods().map { Paragraph($0) }))
    section.parts = [
      Section(
        id: "s11-parameters", number: "11.1", title: "Val som talen bygger på",
        blocks: [.table(parameters())]),
      Section(id: "s11-duplicates", number: "11.2", title: "Dubbletter", blocks: duplicates()),
      Section(
        id: "s11-masking", number: "11.3", title: "Borttagna personuppgifter",
        blocks: masking()),
      Section(
        id: "s11-missing", number: "11.4", title: "Det här ingår inte i versionen",
        blocks: [.list(missing().map { Paragraph([$0]) })]),
      Section(
        id: "s11-again", number: "11.5", title: "Så kan talen räknas om", blocks: again()),
      Section(
        id: "s11-origin", number: "11.6", title: "Talens ursprung",
        blocks: [.figureRegister]
          + (content.quotations.isEmpty ? [] : [.quotationRegister])),
    ]
    return section
  }

  private func methods() -> [[Sentence]] {
    let codebook = content.codebook
    var items: [[Sentence]] = [
      [
        """
        Programmet har föreslagit teman med kodboken \(codebook.id), version \
        \(codebook.version) (\(codebook.status)).
        """,
        "Förslagen bygger på ord i texten, och orden står i Bilaga B.",
      ],
      [
        "Ingen människa har ännu bekräftat förslagen på teman.",
        "Träffsäkerheten är inte mätt för den här dialogen.",
      ],
      [
        "En inlämning är en post som ingår, och en synpunkt är ett svar i fritext.",
        "Personer räknas bara i svarsvägar där varje inlämning räknas som en person.",
      ],
    ]
    if content.sources.contains(where: \.isNotes) {
      items.append([
        "Minnesanteckningar är en tjänstepersons återgivning av vad som sades.",
        "De räknas som inlämningar men inte som personer.",
      ])
    }
    items.append([
      """
      I utgåvan för publicering visas inga tal under \
      \(Swedish.word(content.rule.smallestCount)).
      """,
      """
      För känsliga uppgifter är gränsen \
      \(Swedish.word(content.smallestSensitiveCount)).
      """,
      "Ibland döljs även ett större tal, så att det dolda inte går att räkna fram.",
    ])
    items.append([
      "Programmet bedömer inte känslor, och gissar inte ålder, kön eller ursprung.",
      "Det fyller inte i något politiskt ställningstagande.",
    ])
    return items
  }

  private mutating func parameters() -> Table {
    let own = ParameterText.rows(content)
    // A parameter that the dialogue names under the program's own name gives that row its reason.
    let rows =
      own.map { row in
        let said = content.run.parameters.first { $0.name == row.key }?.rationale
        return Table.Row(row.name, [.words(row.value), .words(said ?? row.reason)])
      }
      + content.run.parameters.filter { parameter in
        !own.contains { $0.key == parameter.name }
      }.map {
        Table.Row($0.name, [.words($0.value), .words($0.rationale ?? Swedish.missing)])
      }
    return Table(
      id: "parameters", number: numbers.table(11), title: "Val som talen bygger på",
      columns: [.init("Val"), .init("Värde"), .init("Skäl")], groups: [.init(rows: rows)])
  }

  private func duplicates() -> [Block] {
    let duplicates = content.duplicates
    var sentences: [Sentence] = [
      Sentence(
        duplicates.rule.map(Swedish.sentence)
          ?? "Hur dubbletter söks: \(Swedish.missing).")
    ]
    let total = content.account[.duplicate]
    if total == 0 {
      sentences.append("Inga dubbletter är borttagna.")
    } else {
      sentences.append(
        "\(.mark(FigureKey.flow(.duplicate), .records)) räknas som dubbletter.")
      if duplicates.sameIdentifier > 0 {
        sentences.append(
          "\(.mark(FigureKey.sameIdentifier)) av dem har ett nummer som redan lästs.")
      }
      if duplicates.sameContent > 0 {
        sentences.append("\(.mark(FigureKey.sameContent)) har samma svar som en tidigare post.")
      }
    }
    if duplicates.similarKept > 0 {
      sentences.append(
        "\(.mark(FigureKey.similarKept, .submissions)) liknar en annan och ingår ändå.")
    } else {
      sentences.append("Inlämningar som bara liknar varandra är inte borttagna.")
    }
    return [.paragraph(Paragraph(sentences))]
  }

  private mutating func masking() -> [Block] {
    let kinds = PersonalDataKind.allCases
    let rows =
      kinds.map { kind in
        Table.Row(
          [[.text(Words.personalData(kind))]],
          [book.cell(FigureKey.masked(kind)), .words(kind.replacement)], part: .addend)
      } + [
        Table.Row("Summa", [book.cell(FigureKey.masked(nil)), .notApplicable], part: .total)
      ]
    return [
      .text(
        "Programmet söker personnummer, e-postadresser och telefonnummer i all fritext.",
        "Namn och adresser hittar det inte, och därför granskas citat av en människa.",
        "Originalen är oförändrade."),
      .table(
        Table(
          id: "masking", number: numbers.table(11), title: "Borttaget ur synpunkterna",
          figure: FigureKey.table("masking"),
          unit: ["Enhet: ställen i texten, i inlämningar som ingår."],
          columns: [.init("Slag"), .init("Antal", isNumber: true), .init("Står i stället")],
          groups: [.init(rows: rows)])),
    ]
  }

  private func missing() -> [Sentence] {
    [
      "Synpunkterna är inte samlade i grupper inom ett tema, eftersom det görs av människor.",
      "Meningsskiljaktigheter inom ett tema är inte kodade.",
      "Ingen kontroll med två kodare är gjord.",
    ]
  }

  private mutating func again() -> [Block] {
    let run = content.run
    var blocks: [Block] = []
    if let command = run.command {
      blocks.append(
        .text(
          "Kommandot \(.code(command)) gör om bilagan.",
          "\(.code("inspel verify")) räknar om varje tal och söker upp varje citat."))
    } else {
      blocks.append(.text("Kommandot som gör om bilagan: \(Swedish.missing)."))
    }
    blocks.append(
      .text(
        "Programmets version är \(run.programVersion).",
        "Tidpunkten är satt till \(.code(run.at)) och kommer inte från klockan."))
    if !run.inputs.isEmpty {
      blocks.append(
        .table(
          Table(
            id: "inputs", number: numbers.table(11), title: "Andra filer som körningen har läst",
            unit: ["SHA-256 av filens alla tecken."],
            columns: [.init("Fil"), .init("SHA-256")],
            groups: [
              .init(
                rows: run.inputs.map {
                  Table.Row([[.code($0.path)]], [.text([[.code($0.sha256)]])])
                })
            ], style: .dense, isLong: run.inputs.count > 20, isWide: true)))
    }
    return blocks
  }
}
