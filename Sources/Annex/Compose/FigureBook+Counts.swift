import DialogueModel

extension FigureBook {
  /// Defines the numbers of the flow, the channels, the weeks and the activities.
  mutating func defineFlow(_ facts: AnnexFacts) {
    let account = facts.content.account
    let file = "account.json"
    count(
      FigureKey.read, "Inlästa poster", account.read, .records,
      how: "summan av read över alla källor", source: file)
    count(
      FigureKey.excluded, "Poster som inte ingår", facts.excluded, .records,
      how: "inlästa minus de som ingår", source: file)
    for outcome in RecordOutcome.allCases {
      count(
        FigureKey.flow(outcome),
        outcome == .accepted ? "Inlämningar som ingår" : Words.outcome(outcome), account[outcome],
        outcome == .accepted ? .submissions : .records,
        how: outcome == .accepted
          ? "inlästa minus alla skäl att inte räknas" : "poster med utfallet \(outcome.rawValue)",
        source: file)
    }
    for row in facts.sources {
      let path = row.account.path
      count(
        FigureKey.sourceRead(path), "Inlästa: \(path)", row.account.read, .records,
        how: "read för källan", source: file)
      for outcome in RecordOutcome.allCases {
        count(
          FigureKey.source(path, outcome), "\(Words.outcome(outcome)): \(path)",
          row.account[outcome], .records, how: "\(outcome.rawValue) för källan", source: file)
      }
    }
    for rejection in facts.content.rejections {
      count(
        FigureKey.rejection(rejection.code), "Avvisade: \(Words.rejection(rejection.code))",
        rejection.count, .records, how: "avvisade poster med koden \(rejection.code.rawValue)",
        source: "register: set_aside")
    }
    table(
      "flow", "Alla tal i tabell 3 och figur 1", how: "delsummor per källa och skäl",
      source: file)
  }

  mutating func defineChannels(_ facts: AnnexFacts) {
    let content = facts.content
    let register = "register: submission"
    for channel in facts.channels {
      count(
        FigureKey.channel(channel.id), "Inlämningar: \(channel.label)",
        facts.submissions(channel: channel.id), .submissions,
        how: "inlämningar som ingår i svarsvägen", source: register)
      count(
        FigureKey.undated(channel.id), "Inlämningar utan känd tid: \(channel.label)",
        content.undated[channel.id] ?? 0, .submissions, how: "inlämningar utan läsbar tid",
        source: register)
    }
    count(
      FigureKey.undated(nil), "Inlämningar utan känd tid", content.undated.values.reduce(0, +),
      .submissions, how: "inlämningar utan läsbar tid", source: register)
    for week in facts.weeks {
      for channel in facts.channels {
        count(
          FigureKey.week(week.year, week.week, channel.id),
          "Vecka \(week.week) \(week.year): \(channel.label)",
          week.byChannel[channel.id] ?? 0, .submissions,
          how: "inlämningar per ISO-vecka och svarsväg", source: register)
      }
      count(
        FigureKey.week(week.year, week.week, nil), "Vecka \(week.week) \(week.year)",
        week.byChannel.values.reduce(0, +), .submissions, how: "inlämningar per ISO-vecka",
        source: register)
    }
    var counted = 0
    for activity in facts.dialogue.activities {
      let submissions = content.submissionsByActivity[activity.id] ?? 0
      counted += submissions
      count(
        FigureKey.activity(activity.id), "Inlämningar: \(activity.label)", submissions,
        .submissions, how: "inlämningar som ingår från aktiviteten", source: register)
      if let participants = activity.participants {
        count(
          FigureKey.participants(activity.id), "Deltagare: \(activity.label)", participants,
          .participants, how: "antalet som arrangören har räknat", source: "dialogue.yaml")
      }
    }
    count(
      FigureKey.activity(nil), "Inlämningar utan aktivitet", max(0, facts.accepted - counted),
      .submissions, how: "inlämningar som ingår minus dem från aktiviteter", source: register)
    count(
      FigureKey.withoutText, "Inlämningar utan fritext", content.submissionsWithoutText,
      .submissions, how: "inlämningar som ingår utan synpunkt", source: register)
    if let persons = content.persons {
      define(
        FigureKey.persons, "Antal personer, gränser", .countSpan(persons), .persons,
        how: "lägst: största svarsvägen som räknar personer; högst: alla inlämningar och "
          + "deltagare tillsammans", source: "register: submission, dialogue.yaml",
        basis: facts.channels.map { FigureKey.channel($0.id) }
          + facts.dialogue.activities.map { FigureKey.participants($0.id) })
    }
    table(
      "activities", "Alla tal i tabell 2",
      how: "inlämningar per aktivitet; deltagare enligt "
        + "arrangören", source: "register: submission, dialogue.yaml")
    table(
      "channels", "Alla tal i tabell 2b", how: "inlämningar per svarsväg", source: register)
    table(
      "weeks", "Alla tal i tabellen och figuren per vecka",
      how: "inlämningar per ISO-vecka och svarsväg", source: register)
    table(
      "rejections", "Alla tal i tabellen över avvisade", how: "avvisade poster per skäl",
      source: "register: set_aside")
    var senders: [String: Int] = [:]
    for submission in content.submissions { senders[submission.sender, default: 0] += 1 }
    for (sender, number) in senders.sorted(by: { $0.key < $1.key }) {
      count(
        FigureKey.sender(sender), "Avsändare: \(sender)", number, .submissions,
        how: "inlämningar som ingår per avsändare", source: register)
    }
    table(
      "senders", "Alla tal i tabellen över avsändare", how: "inlämningar per avsändare",
      source: register)
  }

  mutating func defineThemes(_ facts: AnnexFacts) {
    let content = facts.content
    count(
      FigureKey.viewpoints, "Synpunkter", content.viewpoints, .viewpoints,
      how: "fritextsvar i inlämningar som ingår", source: "register: viewpoint")
    count(
      FigureKey.untagged, "Synpunkter utan tema", content.untaggedViewpoints, .viewpoints,
      how: "synpunkter utan tagg", source: "register: viewpoint")
    count(
      FigureKey.tags, "Taggar", content.tags, .tags,
      how: "par av synpunkt och tema", source: "register: viewpoint")
    count(
      FigureKey.themesSpoken, "Teman med minst en synpunkt", facts.spoken.count, .work,
      how: "teman i kodboken med minst en tagg", source: "register: viewpoint")
    for theme in facts.themes {
      let key = theme.theme.key
      count(
        FigureKey.themeViewpoints(key), "Synpunkter: \(theme.theme.label)",
        theme.tally.viewpoints, .viewpoints, how: "synpunkter med tagg \(theme.theme.id)",
        source: "register: viewpoint")
      count(
        FigureKey.themeSubmissions(key), "Inlämningar: \(theme.theme.label)",
        theme.tally.submissions, .submissions,
        how: "olika inlämningar med tagg \(theme.theme.id)", source: "register: viewpoint")
      if facts.accepted > 0 {
        computed(
          FigureKey.themeShare(key), "Andel: \(theme.theme.label)",
          .share(Double(theme.tally.submissions) / Double(facts.accepted)),
          from: [FigureKey.themeSubmissions(key), FigureKey.flow(.accepted)],
          how: "temats inlämningar delat med alla inlämningar", source: "register: viewpoint")
      }
    }
    table(
      "themes", "Alla tal i tabell 6 och figur 4", how: "synpunkter och inlämningar per tema",
      source: "register: viewpoint")
    for tally in content.themeGroups {
      count(
        FigureKey.themeGroup(tally.theme, tally.dimension, tally.group),
        "Inlämningar: \(tally.theme), \(tally.dimension)", tally.submissions, .submissions,
        how: "inlämningar med temat i gruppen", source: "register: submission, viewpoint")
    }
    table(
      "themeGroups", "Alla tal i tabell 7", how: "inlämningar per tema och grupp",
      source: "register: submission, viewpoint")
  }

  mutating func defineAnswers(_ facts: AnnexFacts) {
    let file = "responses.yaml"
    let answered = facts.spoken.filter {
      $0.response?.comment != nil && $0.response?.proposals.isEmpty == false
    }
    count(
      FigureKey.themesAnswered, "Teman med kommentar och förslag", answered.count, .work,
      how: "teman med minst en synpunkt som har både kommentar och förslag", source: file)
    count(
      FigureKey.proposals, "Förslag till hantering", facts.proposals.count, .work,
      how: "alla förslag", source: file)
    for outcome in ProposedOutcome.allCases {
      count(
        FigureKey.proposals(outcome), "Förslag: \(outcome.label)",
        facts.proposals.count { $0.proposal.outcome == outcome }, .work,
        how: "förslag med utfallet \(outcome.rawValue)", source: file)
    }
    let duties = facts.content.duties
    count(
      FigureKey.duties, "Krav i policyn som är prövade", duties.count, .work,
      how: "rader i tabell 12", source: "pipelines/policy")
    for status in DutyStatus.allCases {
      count(
        FigureKey.duties(status), "Krav: \(status.label)",
        duties.count { $0.status == status }, .work, how: "krav med bedömningen",
        source: "pipelines/policy, dialogue.yaml")
    }
    table(
      "duties", "Alla bedömningar i tabell 12", how: "en regel för varje krav",
      source: "pipelines/policy, dialogue.yaml")
    table(
      "masking", "Alla tal i tabellen över maskade uppgifter",
      how: "maskade ställen i inlämningar som ingår", source: "register: viewpoint")
    for kind in PersonalDataKind.allCases {
      count(
        FigureKey.masked(kind), "Maskat: \(Words.personalData(kind))",
        facts.content.masking[kind] ?? 0, .spans, how: "maskade ställen av slaget",
        source: "register: viewpoint")
    }
    count(
      FigureKey.masked(nil), "Maskade uppgifter", facts.content.masking.values.reduce(0, +),
      .spans, how: "summan av alla slag", source: "register: viewpoint")
    let duplicates = facts.content.duplicates
    count(
      FigureKey.sameIdentifier, "Dubbletter med samma nummer i källan",
      duplicates.sameIdentifier, .records, how: "poster med ett nummer som redan lästs",
      source: "register: set_aside")
    count(
      FigureKey.sameContent, "Dubbletter med samma innehåll", duplicates.sameContent, .records,
      how: "poster med samma svar som en tidigare", source: "register: set_aside")
    count(
      FigureKey.similarKept, "Liknande inlämningar som ingår", duplicates.similarKept,
      .submissions, how: "inlämningar som liknar en annan", source: "register: submission")
  }
}
