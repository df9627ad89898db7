import Annex
import DialogueModel

/// A dialogue with invented figures that agree with each other: what is read is what counts and
/// what does not, weeks sum to channels, groups and unknown to persons.
enum WorkedExample {
  /// The internal edition, composed once for all tests.
  static let internalDocument = AnnexComposer().compose(content(.internal))
  /// The public edition, composed once for all tests.
  static let publicDocument = AnnexComposer().compose(content(.public))

  static func document(_ edition: AnnexContent.Edition) -> AnnexDocument {
    edition == .internal ? internalDocument : publicDocument
  }

  static func content(_ edition: AnnexContent.Edition) -> AnnexContent {
    var content = AnnexContent(
      edition: edition, dialogue: dialogue, account: account, codebook: codebook, run: run)
    content.sources = sources
    content.rejections = [
      .init(
        code: .csvFieldCount, count: 2,
        places: [
          Place(file: "inputs/enkat.csv", line: 118, record: 117),
          Place(file: "inputs/enkat.csv", line: 203, record: 201),
        ])
    ]
    content.submissionsByChannel = ["enkat": 190, "etjanst": 36, "skola": 28, "moten": 17]
    content.submissionsByActivity = [
      "enkat": 190, "etjanst": 36, "skola": 28, "biblioteket": 14, "radet": 3,
    ]
    content.weeks = zip([15, 16, 17, 18, 19], weekCounts).map { week, counts in
      AnnexContent.Week(
        year: 2026, week: week,
        byChannel: Dictionary(
          uniqueKeysWithValues: zip(channelOrder, counts).filter { $0.1 > 0 }))
    }
    content.submissionsWithoutText = 9
    content.viewpoints = 498
    content.tags = 531
    content.untaggedViewpoints = 14
    content.submissions = submissions
    content.themes = themeCounts.map { theme, viewpoints, submissions in
      AnnexContent.ThemeTally(
        theme: theme, viewpoints: viewpoints, submissions: submissions,
        examples: examples(theme))
    }
    content.coverage = [coverage]
    content.persons = 190...303
    content.themeGroups = themeGroups
    content.responses = responses
    content.quotations = quotations
    content.duties = duties
    content.masking = [.email: 3, .phone: 6, .personalNumber: 1]
    content.duplicates = .init(
      sameIdentifier: 4, sameContent: 8, similarKept: 6,
      rule: "En post är en dubblett när källans nummer eller alla svar redan har lästs.")
    content.familySize = 10
    return content
  }

  static let channelOrder = ["enkat", "etjanst", "skola", "moten"]
  static let weekCounts = [
    [41, 5, 0, 0], [62, 11, 0, 14], [48, 9, 28, 3], [25, 8, 0, 0], [14, 3, 0, 0],
  ]
  /// The themes' keys with viewpoints and submissions.
  static let themeCounts = [
    ("oppettider", 168, 141), ("lokaler", 131, 118), ("barn", 84, 77), ("utbud", 61, 58),
    ("tillganglighet", 39, 37), ("motesplats", 33, 33), ("digitalt", 12, 12),
    ("parkering", 3, 3),
  ]

  static let account = FlowAccount(sources: [
    source("inputs/enkat.csv", "9f1c4e7a", 231, [190, 9, 7, 18, 5, 2]),
    source("inputs/lamna-synpunkt.xml", "41d0b2c8", 42, [36, 2, 1, 0, 3, 0]),
    source("inputs/skolbesok.csv", "c77ae015", 31, [28, 0, 3, 0, 0, 0]),
    source("notes/2026-04-16-biblioteket.md", "0b93f6d1", 15, [14, 1, 0, 0, 0, 0]),
    source("notes/2026-04-23-pensionarsradet.md", "7d18aa3f", 3, [3, 0, 0, 0, 0, 0]),
  ])

  private static func source(
    _ path: String, _ hash: String, _ read: Int, _ counts: [Int]
  ) -> SourceAccount {
    SourceAccount(
      path: path, sha256: String(repeating: hash, count: 8), read: read,
      outcomes: Dictionary(uniqueKeysWithValues: zip(RecordOutcome.allCases, counts)))
  }

  static let sources: [AnnexContent.Source] = [
    .init(
      label: "Webbenkät", profile: "LimeSurvey", channel: "enkat",
      unmappedColumns: ["lastpage", "seed"], droppedColumns: ["ipaddr", "refurl"]),
    .init(
      label: "E-tjänst", profile: "Open ePlatform", channel: "etjanst",
      droppedColumns: ["Values/kontakt/**"]),
    .init(label: "Skolbesök", profile: "Google Forms", channel: "skola"),
    .init(label: "Möten och råd", profile: "Minnesanteckning", channel: "moten", isNotes: true),
    .init(label: "Möten och råd", profile: "Minnesanteckning", channel: "moten", isNotes: true),
  ]

  static let run = AnnexContent.RunFacts(
    programVersion: "1.0.0", at: "2026-05-28T08:00+02:00", annexVersion: "1.0",
    command: "inspel run bibliotek-ekshärad --at 2026-05-28T08:00+02:00",
    parameters: [
      .init(
        name: "alpha", value: "0,05",
        rationale: "Vanlig nivå. Holms metod håller den för alla grupper tillsammans."),
      .init(
        name: "parityBand", value: "0,80–1,25",
        rationale: "Avvikelser upp till en femtedel har liten praktisk betydelse."),
    ],
    inputs: [
      .init(path: "dialogue.yaml", sha256: String(repeating: "5ac01e77", count: 8)),
      .init(path: "codebook.yaml", sha256: String(repeating: "e26a58c4", count: 8)),
      .init(path: "population.csv", sha256: String(repeating: "aa90d3b2", count: 8)),
    ])

  // MARK: Submissions

  /// A count of 271 submissions, a prime: stepping through it reaches each of them once, so that
  /// every theme gets exactly as many as its tally says.
  static let count = 271

  static let submissions: [AnnexContent.ListedSubmission] = {
    var kinds: [(channel: String, week: Int)] = []
    for (channel, id) in channelOrder.enumerated() {
      for (week, counts) in weekCounts.enumerated() {
        kinds += Array(repeating: (id, 15 + week), count: counts[channel])
      }
    }
    let labels = Dictionary(uniqueKeysWithValues: dialogue.channels.map { ($0.id, $0.label) })
    var electronic = 0
    var notes = 0
    return (0..<count).map { place in
      let (channel, week) = kinds[place * 97 % count]
      var sender = "privatperson"
      var times: Int?
      switch channel {
      case "etjanst":
        electronic += 1
        if electronic.isMultiple(of: 6) { sender = "förening" }
      case "skola": sender = "elev"
      case "moten":
        sender = "minnesanteckning"
        notes += 1
        if notes.isMultiple(of: 4) { times = notes == 8 ? 7 : 3 }
      default: break
      }
      return AnnexContent.ListedSubmission(
        id: id(place), year: 2026, week: week, channel: labels[channel] ?? channel,
        sender: sender, themes: themes(of: place), timesSaid: times)
    }
  }()

  static func id(_ place: Int) -> String {
    let alphabet = Array("23456789BCDFGHJKMNPQRSTVWXYZ")
    var text = ""
    var rest = 1_000_003 + place * 1_777_111
    for _ in 0..<6 {
      text = String(alphabet[rest % alphabet.count]) + text
      rest /= alphabet.count
    }
    return "HB26-" + text
  }

  static func themes(of place: Int) -> [String] {
    themeCounts.enumerated().compactMap { index, theme in
      (place * (31 + 12 * index) + 17 * index) % count < theme.2 ? "T0\(index + 1)" : nil
    }
  }

  static func examples(_ theme: String) -> [String] {
    let index = themeCounts.firstIndex { $0.0 == theme } ?? 0
    return Array(
      submissions.filter { $0.themes.contains("T0\(index + 1)") }.map(\.id).sorted().prefix(3))
  }

  static let themeGroups: [AnnexContent.ThemeGroupTally] = {
    let shares: [(String?, [Int])] = [
      ("15-24", [3, 2, 4, 1, 0, 2, 0, 0]), ("25-44", [38, 30, 41, 15, 6, 9, 5, 0]),
      ("45-64", [31, 27, 14, 15, 9, 8, 2, 1]), ("65-79", [19, 21, 2, 8, 9, 5, 1, 1]),
      ("80+", [3, 4, 0, 1, 5, 2, 0, 0]), (nil, [9, 7, 3, 4, 2, 1, 0, 0]),
    ]
    return shares.flatMap { group, counts in
      zip(themeCounts, counts).map { theme, submissions in
        AnnexContent.ThemeGroupTally(
          theme: theme.0, dimension: "age", group: group, submissions: submissions)
      }
    }
  }()
}
