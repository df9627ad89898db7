extension ProfileSample {
  private static let one = "Det behövs mer ljus vid hållplatsen"
  private static let two = "Bussen går för sällan på kvällen"

  static let limeSurvey: [ProfileSample] = [
    ProfileSample(
      profile: "limesurvey", style: "codes",
      text: "\u{FEFF}"
        + quoted(
          ",",
          [
            [
              "id", "submitdate", "lastpage", "startlanguage", "seed", "ipaddr", "G01Q01",
              "G01Q02[SQ001]", "G01Q02[other]",
            ],
            ["17", "2026-04-14 09:12:33", "2", "sv", "881", "192.0.2.1", one, "Y", ""],
            ["18", "", "1", "sv", "882", "192.0.2.2", two, "", ""],
          ], end: "\r\n"), confidence: .certain,
      names: [
        "id", "submitdate", "lastpage", "startlanguage", "seed", "ipaddr", "G01Q01",
        "G01Q02[SQ001]", "G01Q02[other]",
      ], answer: "G01Q01", id: "17", time: "2026-04-14 09:12:33", isFinished: true,
      dropped: ["ipaddr"]),
    ProfileSample(
      profile: "limesurvey", style: "not finished",
      text: lines(
        ",",
        [
          ["id", "submitdate", "lastpage", "startlanguage", "G01Q01"], ["18", "", "1", "sv", two],
        ]), confidence: .certain,
      names: ["id", "submitdate", "lastpage", "startlanguage", "G01Q01"], answer: "G01Q01",
      id: "18", time: "", isFinished: false),
    ProfileSample(
      profile: "limesurvey", style: "no dates stored",
      text: lines(
        ",",
        [
          ["id", "submitdate", "lastpage", "startlanguage", "G01Q01"],
          ["19", "1980-01-01 00:00:00", "2", "sv", two],
        ]), confidence: .certain,
      names: ["id", "submitdate", "lastpage", "startlanguage", "G01Q01"], answer: "G01Q01",
      id: "19", time: "1980-01-01 00:00:00", isFinished: true),
    ProfileSample(
      profile: "limesurvey", style: "English, full texts with entities",
      text: lines(
        ",",
        [
          [
            "Response ID", "Date submitted", "Last page", "Start language", "IP address",
            "Vad tycker du &amp; varför?<br />", "Vilka? [&nbsp;Buss]",
          ], ["17", "2026-04-14 09:12:33", "2", "sv", "192.0.2.1", one, "Yes"],
        ]), confidence: .certain,
      names: [
        "Response ID", "Date submitted", "Last page", "Start language", "IP address",
        "Vad tycker du & varför?", "Vilka? [ Buss]",
      ], answer: "Vad tycker du &amp; varför?", id: "17", time: "2026-04-14 09:12:33",
      isFinished: true, dropped: ["IP address"]),
    ProfileSample(
      profile: "limesurvey", style: "German",
      text: lines(
        ";",
        [
          [
            "Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache",
            "Zufallsgeneratorstartwert", "Datum gestartet", "IP-Adresse", "Was meinen Sie?",
          ],
          ["17", "2026-04-14 09:12:33", "2", "de", "9", "2026-04-14 09:10:01", "192.0.2.1", one],
        ]), confidence: .certain,
      names: [
        "Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache",
        "Zufallsgeneratorstartwert", "Datum gestartet", "IP-Adresse", "Was meinen Sie?",
      ], answer: "Was meinen Sie?", id: "17", time: "2026-04-14 09:12:33", isFinished: true,
      dropped: ["IP-Adresse"]),
    ProfileSample(
      profile: "limesurvey", style: "French, not finished",
      text: lines(
        ",",
        [
          [
            "ID de la réponse", "Date de soumission", "Dernière page", "Langue de départ",
            "Tête de série", "Que pensez-vous ?",
          ], ["17", "", "2", "fr", "9", one],
        ]), confidence: .certain,
      names: [
        "ID de la réponse", "Date de soumission", "Dernière page", "Langue de départ",
        "Tête de série", "Que pensez-vous ?",
      ], answer: "Que pensez-vous ?", id: "17", time: "", isFinished: false),
    ProfileSample(
      profile: "limesurvey", style: "Swedish",
      text: lines(
        ";",
        [
          ["Svars-ID", "Datum inskickat", "Sista sidan", "Startspråk", "Vad tycker du?"],
          ["17", "2026-04-14 09:12:33", "2", "sv", one],
        ]), confidence: .certain,
      names: ["Svars-ID", "Datum inskickat", "Sista sidan", "Startspråk", "Vad tycker du?"],
      answer: "Vad tycker du?", id: "17", time: "2026-04-14 09:12:33", isFinished: true),
    ProfileSample(
      profile: "limesurvey", style: "saved from Excel",
      text: "\u{FEFF}"
        + lines(
          ";",
          [
            ["Antwort ID", "Vilka? [Buss]", "Vilka? [Tåg]", "Varför?"], ["17", "Ja", "", one],
          ], end: "\r\n"), confidence: .likely,
      names: ["Antwort ID", "Vilka? [Buss]", "Vilka? [Tåg]", "Varför?"], answer: "Varför?",
      id: "17"),
    ProfileSample(
      profile: "limesurvey", style: "two rows made by hand",
      text: "\u{FEFF}"
        + lines(
          ";",
          [
            ["Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Vad?", "", "", "Varför?"],
            ["", "", "", "Buss", "Tåg", "Cykel", ""],
            ["17", "2026-04-14 09:12:33", "2", "Ja", "", "Ja", one],
          ]), confidence: .certain, headerRows: 2,
      names: [
        "Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Vad? › Buss", "Vad? › Tåg",
        "Vad? › Cykel", "Varför?",
      ], answer: "Varför?", id: "17", time: "2026-04-14 09:12:33", isFinished: true),
    ProfileSample(
      profile: "limesurvey-vv", style: "questions above codes",
      text: lines(
        "\t",
        [
          ["Response ID", "Date submitted", "Last page", "Start language", "Vad tycker du?"],
          ["id", "submitdate", "lastpage", "startlanguage", "G01Q01"],
          ["17", "2026-04-14 09:12:33", "2", "sv", one],
        ]), confidence: .certain, headerRows: 2,
      names: [
        "id › Response ID", "submitdate › Date submitted", "lastpage › Last page",
        "startlanguage › Start language", "G01Q01 › Vad tycker du?",
      ], answer: "G01Q01", id: "17", time: "2026-04-14 09:12:33", isFinished: true,
      fits: ["limesurvey"]),
  ]

  static let forms: [ProfileSample] = [
    ProfileSample(
      profile: "google-forms", style: "Swedish",
      text: lines(
        ",",
        [
          ["Tidstämpel", "E-postadress", "Vad tycker du? "],
          ["2026-04-14 09.12.33", "a@example.se", one],
        ]), confidence: .certain, names: ["Tidstämpel", "E-postadress", "Vad tycker du?"],
      answer: "Vad tycker du?", time: "2026-04-14 09:12:33", dropped: ["E-postadress"]),
    ProfileSample(
      profile: "google-forms", style: "a Swedish copy through R",
      text: quoted(
        ",", [["", "Tidstämpel", "Fråga"], ["1", "2026-04-14 09:12:33.57", one]]),
      confidence: .certain, names: ["", "Tidstämpel", "Fråga"], answer: "Fråga",
      time: "2026-04-14 09:12:33"),
    ProfileSample(
      profile: "google-forms", style: "English, clock in halves",
      text: lines(
        ",",
        [
          ["Timestamp", "Username", "Question"],
          ["2026/04/14 9:12:33 PM GMT+2", "a@example.se", one],
        ]), confidence: .likely, names: ["Timestamp", "Username", "Question"],
      answer: "Question", time: "2026-04-14 21:12:33", dropped: ["Username"]),
    ProfileSample(
      profile: "google-forms", style: "Swedish clock in halves",
      text: quoted(",", [["Tidstämpel", "Fråga"], ["2026/04/14 9:12:33 fm CET", one]]),
      confidence: .certain, names: ["Tidstämpel", "Fråga"], answer: "Fråga",
      time: "2026-04-14 09:12:33"),
    ProfileSample(
      profile: "microsoft-forms", style: "English",
      text: lines(
        ",",
        [
          ["ID", "Start time", "Completion time", "Email", "Name", "Vilka?", "Varför?"],
          ["7", "2026-04-14T09:10:00", "2026-04-14T09:12:33", "anonymous", "", "Buss;Tåg;", one],
        ], end: "\r\n"), confidence: .certain,
      names: ["ID", "Start time", "Completion time", "Email", "Name", "Vilka?", "Varför?"],
      answer: "Varför?", id: "7", time: "2026-04-14 09:12:33", dropped: ["Email", "Name"]),
    ProfileSample(
      profile: "microsoft-forms", style: "Swedish, saved from Excel",
      text: lines(
        ";",
        [
          ["Id", "Starttid", "Slutförandetid", "E-post", "Namn", "Varför?"],
          ["7", "2026-04-14 09:10", "2026-04-14 09:12", "anonymous", "", one],
        ], end: "\r\n"), confidence: .certain,
      names: ["Id", "Starttid", "Slutförandetid", "E-post", "Namn", "Varför?"],
      answer: "Varför?", id: "7", time: "2026-04-14 09:12", dropped: ["E-post", "Namn"]),
    ProfileSample(
      profile: "surveymonkey", style: "two rows",
      text: lines(
        ",",
        [
          [
            "Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address",
            "Custom Data 1", "Vilka?", "", "Varför?", "Ort?",
          ],
          ["", "", "", "", "", "", "Buss", "Tåg", "Open-Ended Response", "Response"],
          ["118", "2", "2026-04-14 09:10", "2026-04-14 09:12", "", "", "Buss", "", one, "Råda"],
        ]), confidence: .certain, headerRows: 2,
      names: [
        "Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Custom Data 1",
        "Vilka? › Buss", "Vilka? › Tåg", "Varför?", "Ort?",
      ], answer: "Varför?", id: "118", time: "2026-04-14 09:12",
      dropped: ["IP Address", "Custom Data 1"]),
    ProfileSample(
      profile: "surveymonkey", style: "two rows, the kinds of answers in Swedish",
      text: lines(
        ",",
        [
          ["RespondentID", "Vilka?", "", "Varför?"], ["", "Buss", "Tåg", "Öppet svar"],
          ["118", "Buss", "", one],
        ]), confidence: .likely, headerRows: 2,
      names: ["RespondentID", "Vilka? › Buss", "Vilka? › Tåg", "Varför? › Öppet svar"],
      answer: "Varför?", id: "118"),
    ProfileSample(
      profile: "surveymonkey", style: "one row",
      text: lines(
        ",",
        [["Respondent ID", "Collector ID", "Varför?"], ["118", "2", one], ["119", "2", two]]),
      confidence: .certain, names: ["Respondent ID", "Collector ID", "Varför?"],
      answer: "Varför?", id: "118"),
  ]
}
