import Annex
import DialogueModel
import Testing

@Suite struct LanguageTests {
  static let documents = AnnexContent.Edition.allCases.map(WorkedExample.document)

  /// Words that the municipality's writing rules ask to leave out.
  static let forbidden = [
    "ovan nämnda", "ovannämnda", "avseende", "erfordras", "medborgarna tycker",
    "statistiskt säkerställ", "signifikan", "beträffande", "ifrågavarande", "%", "±", "respondent",
  ]

  @Test(arguments: documents)
  func `No sentence has a word that the writing rules leave out`(document: AnnexDocument) {
    let sentences = document.plainSentences
    #expect(sentences.count > 150)
    for sentence in sentences {
      let text = sentence.lowercased()
      let found = Self.forbidden.filter { text.contains($0) }
      #expect(found.isEmpty, "\(sentence)")
    }
  }

  @Test(arguments: documents)
  func `The median sentence has at most 20 words, and none has more than 32`(
    document: AnnexDocument
  ) {
    let lengths = document.plainSentences.map { sentence in
      sentence.split { $0.isWhitespace && $0 != "\u{A0}" }.count
    }.sorted()
    #expect(lengths[lengths.count / 2] <= 20)
    #expect((lengths.last ?? 0) <= 32)
  }

  @Test(arguments: documents)
  func `Numbers, dates and paragraphs are held together`(document: AnnexDocument) {
    let months: Set<Substring> = [
      "januari", "februari", "mars", "april", "maj", "juni", "augusti",
    ]
    // The officials' own words, and not the program's, may have ordinary spaces.
    let own = document.plainSentences.filter { sentence in
      !sentence.contains("Biblioteket") && !sentence.contains("Sagostund")
        && !sentence.contains("Provet")
    }
    for sentence in own {
      #expect(!sentence.contains("§ "), "\(sentence)")
      let words = sentence.split(separator: " ")
      for (before, after) in zip(words, words.dropFirst()) where Int(before) != nil {
        #expect(!months.contains(after), "\(sentence)")
      }
      #expect(!sentence.contains(" procent") || sentence.contains("i procent"), "\(sentence)")
      #expect(!sentence.contains("  "), "\(sentence)")
    }
  }

  @Test(arguments: documents)
  func `Every table says its unit where it has numbers`(document: AnnexDocument) {
    for table in document.tables {
      let hasNumbers = table.groups.flatMap(\.rows).flatMap(\.cells).contains {
        if case .number = $0 { true } else { false }
      }
      let unit = table.unit.flatMap(\.runs).contains {
        if case .text(let words) = $0 { words.hasPrefix("Enhet:") } else { false }
      }
      #expect(!hasNumbers || unit || table.id == "submissions", "\(table.number)")
    }
    for chart in document.charts {
      #expect(!chart.unit.isEmpty)
      #expect(chart.figure != nil)
    }
  }
}
