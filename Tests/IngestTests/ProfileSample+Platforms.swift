extension ProfileSample {
  private static let one = "Det behövs mer ljus vid hållplatsen"
  private static let two = "Bussen går för sällan på kvällen"

  private static let qualtricsCodes = [
    "StartDate", "EndDate", "Status", "IPAddress", "Finished", "RecordedDate", "ResponseId", "Q1",
  ]
  private static let qualtricsTexts = [
    "Startdatum", "Slutdatum", "Svarstyp", "IP-adress", "Klar", "Registrerat datum", "Svars-ID",
    "Vad tycker du\nom bussen?",
  ]
  private static let qualtricsKeys = [
    "startDate", "endDate", "status", "ipAddress", "finished", "recordedDate", "_recordId", "QID1",
  ].map { "{\"ImportId\":\"\($0)\"}" }
  private static let qualtricsRecord = [
    "2026-04-14 09:10:00", "2026-04-14 09:12:00", "0", "192.0.2.1", "1", "2026-04-14 09:12:33",
    "R_1", one,
  ]
  private static let qualtricsNames = [
    "StartDate › Startdatum", "EndDate › Slutdatum", "Status › Svarstyp", "IPAddress › IP-adress",
    "Finished › Klar", "RecordedDate › Registrerat datum", "ResponseId › Svars-ID",
    "Q1 › Vad tycker du\nom bussen?",
  ]

  private static func qualtrics(
    _ style: String, _ rows: [[String]], _ headerRows: Int, _ names: [String], _ dropped: String
  ) -> ProfileSample {
    ProfileSample(
      profile: "qualtrics", style: style, text: lines(",", rows, end: "\r\n"),
      confidence: .certain, headerRows: headerRows, names: names, answer: "Q1", id: "R_1",
      time: "2026-04-14 09:12:33", dropped: [dropped])
  }

  static let tables: [ProfileSample] = [
    qualtrics(
      "three rows", [qualtricsCodes, qualtricsTexts, qualtricsKeys, qualtricsRecord], 3,
      qualtricsNames, "IPAddress › IP-adress"),
    qualtrics(
      "without the texts", [qualtricsCodes, qualtricsKeys, qualtricsRecord], 2, qualtricsCodes,
      "IPAddress"),
    qualtrics(
      "without the import row", [qualtricsCodes, qualtricsTexts, qualtricsRecord], 2,
      qualtricsNames, "IPAddress › IP-adress"),
    qualtrics("one row", [qualtricsCodes, qualtricsRecord], 1, qualtricsCodes, "IPAddress"),
    ProfileSample(
      profile: "qualtrics", style: "legacy, two rows",
      text: "\u{FEFF}"
        + lines(
          ",",
          [
            ["V1", "V2", "V3", "V6", "V7", "V8", "V9", "V10", "Q1", ""],
            [
              "ResponseID", "ResponseSet", "Name", "IPAddress", "Status", "StartDate", "EndDate",
              "Finished", "Vad tycker du?", "",
            ],
            [
              "R_1", "Standard", "Anonym", "192.0.2.1", "0", "2026-04-14 09:10:00",
              "2026-04-14 09:12:33", "1", one, "",
            ],
          ]), confidence: .certain, headerRows: 2,
      names: [
        "V1 › ResponseID", "V2 › ResponseSet", "V3 › Name", "V6 › IPAddress", "V7 › Status",
        "V8 › StartDate", "V9 › EndDate", "V10 › Finished", "Q1 › Vad tycker du?", "",
      ], answer: "Q1", id: "R_1", time: "2026-04-14 09:12:33",
      dropped: ["V3 › Name", "V6 › IPAddress"]),
    ProfileSample(
      profile: "kobo", style: "semicolon, all quoted",
      text: quoted(
        ";",
        [
          [
            "start", "end", "Grupp/varfor", "farg", "farg/rod", "farg/bla", "_plats_latitude",
            "_id", "_uuid", "_submission_time", "_submitted_by", "_index",
          ],
          [
            "2026-04-14T09:10:00.000+02:00", "2026-04-14T09:12:00.000+02:00", one, "rod bla", "1",
            "1", "60.0", "17", "5f2c", "2026-04-14T09:12:33", "kontot", "1",
          ],
        ]), confidence: .certain,
      names: [
        "start", "end", "Grupp/varfor", "farg", "farg/rod", "farg/bla", "_plats_latitude", "_id",
        "_uuid", "_submission_time", "_submitted_by", "_index",
      ], answer: "Grupp/varfor", id: "5f2c", time: "2026-04-14 09:12:33",
      dropped: ["_plats_latitude", "_submitted_by"]),
    ProfileSample(
      profile: "kobo", style: "table of a repeated group",
      text: lines(
        ",",
        [
          ["varfor", "_index", "_parent_table_name", "_parent_index", "_submission__uuid"],
          [one, "1", "Enkät", "1", "5f2c"],
        ]), confidence: .certain,
      names: ["varfor", "_index", "_parent_table_name", "_parent_index", "_submission__uuid"],
      answer: "varfor", id: "1"),
    ProfileSample(
      profile: "citizen-space", style: "a row of marks above the questions",
      text: "Ident 1,Ident 2,Ident 3\n"
        + lines(
          ",",
          [
            ["What is your name?", "Are you an individual?", "What do you think?"],
            ["", "Individual", one],
          ]), confidence: .likely, headerRows: 2,
      names: [
        "Ident 1 › What is your name?", "Ident 2 › Are you an individual?",
        "Ident 3 › What do you think?",
      ], answer: "Ident 3", dropped: ["Ident 1 › What is your name?"]),
    ProfileSample(
      profile: "citizen-space", style: "propositions, and a blank line after the header",
      text:
        "Response ID,Prop 1 Q1 - Do you agree?,Prop 1 Q8 - Please explain\n\nANON-1,Agree,\(one)\n",
      confidence: .likely,
      names: ["Response ID", "Prop 1 Q1 - Do you agree?", "Prop 1 Q8 - Please explain"],
      answer: "Prop 1 Q8 - Please explain", id: "ANON-1", fits: ["limesurvey"]),
  ]

  static let platforms: [ProfileSample] = [
    ProfileSample(
      profile: "decidim", style: "proposals",
      text: lines(
        ";",
        [
          [
            "id", "author/name", "category/id", "category/name/sv", "participatory_space/id",
            "participatory_space/url", "component/id", "title/sv", "body/sv", "published_at",
          ],
          [
            "17", "Någon", "2", "Trafik", "1", "https://example.se", "3", "Ljus", one,
            "2026-04-14 09:12:33 UTC",
          ],
        ]), confidence: .certain,
      names: [
        "id", "author/name", "category/id", "category/name/sv", "participatory_space/id",
        "participatory_space/url", "component/id", "title/sv", "body/sv", "published_at",
      ], answer: "body/sv", id: "17", time: "2026-04-14 09:12:33", dropped: ["author/name"]),
    ProfileSample(
      profile: "decidim", style: "comments",
      text: lines(
        ";",
        [
          [
            "id", "created_at", "body", "locale", "author/id", "author/name", "alignment", "depth",
            "commentable_id", "commentable_type",
          ],
          ["9", "2026-04-14 09:12:33 UTC", one, "sv", "1", "Någon", "0", "0", "17", "P"],
        ]), confidence: .certain,
      names: [
        "id", "created_at", "body", "locale", "author/id", "author/name", "alignment", "depth",
        "commentable_id", "commentable_type",
      ], answer: "body", id: "9", time: "2026-04-14 09:12:33",
      dropped: ["author/id", "author/name"]),
    ProfileSample(
      profile: "consul", style: "with an index without a name",
      text: lines(
        ",",
        [
          ["", "id", "userId", "date", "time", "text", "numVotes"],
          ["0", "17", "5", "2026-04-14", "0 days 10:50:19", one, "3"],
        ]), confidence: .certain,
      names: ["", "id", "userId", "date", "time", "text", "numVotes"], answer: "text", id: "17",
      time: "2026-04-14", dropped: ["userId"]),
    ProfileSample(
      profile: "polis", style: "comments",
      text: lines(
        ",",
        [
          [
            "timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees",
            "moderated", "comment-body",
          ],
          [
            "1776157953123", "Tue Apr 14 2026 09:12:33 GMT+0000 (Coordinated Universal Time)",
            "17", "5", "1", "0", "-1", one,
          ],
        ]), confidence: .certain,
      names: [
        "timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated",
        "comment-body",
      ], answer: "comment-body", id: "17", time: "2026-04-14 09:12:33", dropped: ["author-id"]),
    ProfileSample(
      profile: "polis", style: "summary",
      text: "topic,Skolskjuts\nurl,https://example.se\nviews,20\nvoters,19\nvoters-in-conv,12\n"
        + "commenters,7\ncomments,30\ngroups,2\nconversation-description,Om bussar\n",
      confidence: .certain, kind: .summary, headerRows: 0, names: ["kolumn 1", "kolumn 2"]),
  ]

  static let generic: [ProfileSample] = [
    ProfileSample(
      profile: "generic-csv", style: "any table",
      text: lines(";", [["nr", "Vad tycker du?"], ["1", one], ["2", two]]), confidence: .none,
      names: ["nr", "Vad tycker du?"], answer: "Vad tycker du?"),
    ProfileSample(
      profile: "generic-xml", style: "any records",
      text: "<export><svar><t>\(one)</t></svar><svar><t>\(two)</t></svar></export>",
      confidence: .none, headerRows: nil, answer: "t"),
  ]
}
