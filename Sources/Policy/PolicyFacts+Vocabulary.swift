import DialogueModel

extension PolicyFacts {
  /// The names of all facts with their kinds, which a policy file may use.
  public static let kinds: [String: FactKind] = definitions.mapValues(\.kind)

  static let definitions: [String: FactDefinition] = Dictionary(
    vocabulary.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })

  private static let vocabulary: [FactDefinition] = caseFacts + planFacts + workFacts + runFacts

  private static let caseFacts: [FactDefinition] = [
    .init("dialogue.type", .text, "typ av dialog", .bare),
    .init("dialogue.typeReason", .text, "skäl för typen", .stated("skälet för typen är angivet")),
    .init("dialogue.policyVersion", .text, "policyns version", .named),
    .init("case.registryNumber", .text, "diarienummer", .bare),
    .init("case.decidingBody", .text, "beslutande organ", .bare),
    .init("case.plannedDecision", .date, "planerat beslut", .named),
    .init("case.preparation", .text, "beredningen", .stated("beredningen är beskriven")),
    .init("case.proposedBy", .text, "förslagsställare", .bare),
    .init("case.initiative", .text, "initiativet", .bare),
    .init("case.initiative.body", .text, "vem som tog initiativet", .bare),
    .init("case.initiative.date", .date, "initiativets datum", .named),
    .init("case.decisionToHold", .text, "beslutet om dialog", .bare),
    .init("case.decisionToHold.body", .text, "vem som beslutade om dialogen", .bare),
    .init("case.decisionToHold.date", .date, "datum för beslutet om dialog", .named),
    .init(
      "case.decisionExcerpt", .text, "vad beslutet säger om verkställandet",
      .stated("beslutet nämner dialogen")),
  ]

  private static let planFacts: [FactDefinition] = [
    .init("purpose", .text, "syftet", .stated("syftet är angivet")),
    .init("need", .text, "behovet", .stated("behovet är angivet")),
    .init("influence.step", .text, "grad av påverkan", .bare),
    .init(
      "influence.open", .list, "vad som går att påverka",
      .counted(one: "sak gick att påverka", many: "saker gick att påverka")),
    .init(
      "influence.limits", .list, "vad som inte går att påverka",
      .counted(one: "begränsning är angiven", many: "begränsningar är angivna")),
    .init("period", .text, "perioden", .bare),
    .init("period.from", .date, "första svarsdag", .named),
    .init("period.through", .date, "sista svarsdag", .named),
    .init("budget.planned", .number, "budget", .kronor(before: "")),
    .init("budget.spent", .number, "utfall", .kronor(before: "utfall")),
    .init("budget.resources", .text, "resurser", .stated("resurserna är angivna")),
    .init("responsible", .list, "ansvariga", .counted(one: "ansvarig", many: "ansvariga")),
    .init(
      "participating", .list, "vilka som förväntas delta",
      .counted(one: "roll förväntas delta", many: "roller förväntas delta")),
    .init(
      "openToAll", .flag, "vilka som bjöds in",
      .answered(yes: "alla var välkomna", no: "inbjudan gällde vissa grupper")),
    .init("methodReason", .text, "val av metod", .stated("valet av metod är motiverat")),
    .init("goals", .list, "mål", .counted(one: "mål är angivet", many: "mål är angivna")),
    .init(
      "handlingNotice", .text, "hur synpunkterna hanteras",
      .stated("deltagarna fick veta hur synpunkterna hanteras")),
    .init("channels", .list, "svarsvägar", .counted(one: "svarsväg", many: "svarsvägar")),
    .init("information", .list, "information", .counted(one: "insats", many: "insatser")),
    .init("reportMentionDate", .date, "datum för tjänsteskrivelsen", .named),
    .init("considered", .text, "övervägandet", .stated("övervägandet är beskrivet")),
    .init(
      "planning", .list, "planeringen",
      .counted(one: "steg i planeringen är daterat", many: "steg i planeringen är daterade")),
    .init("yearlyFollowUp", .text, "årlig uppföljning", .stated("uppföljningen är inplanerad")),
    .init("feedbackPlanDate", .date, "datum för planen för återkoppling", .named),
  ]

  private static let workFacts: [FactDefinition] = [
    .init("reach", .list, "grupper att nå", .counted(one: "grupp", many: "grupper")),
    .init("reach.withAction", .number, "grupper att nå", .named),
    .init("reach.seldomHeard", .number, "grupper som sällan hörs", .named),
    .init("reach.seldomHeardWithAction", .number, "grupper som sällan hörs", .named),
    .init("activities", .list, "aktiviteter", .counted(one: "aktivitet", many: "aktiviteter")),
    .init("activities.methods", .list, "metoder", .counted(one: "metod", many: "metoder")),
    .init("activities.meetings", .number, "möten", .counted(one: "möte", many: "möten")),
    .init("activities.meetingsWithElected", .number, "förtroendevalda på mötena", .named),
    .init("activities.evaluated", .number, "utvärderingar", .named),
    .init("activities.evaluatedWithDate", .number, "daterade utvärderingar", .named),
    .init("feedback", .list, "återkoppling", .counted(one: "tillfälle", many: "tillfällen")),
    .init("feedback.channels", .list, "kanaler", .counted(one: "kanal", many: "kanaler")),
    .init("feedback.toParticipants", .number, "återkoppling till deltagare", .named),
    .init("feedback.toPublic", .number, "återkoppling till allmänheten", .named),
    .init("feedback.done", .number, "utförd återkoppling", .named),
    .init("feedback.withPlan", .number, "ansvarig och sista dag", .named),
    .init("responses.answered", .number, "kommentarer och förslag", .named),
    .init("responses", .number, "kommentarer", .counted(one: "kommentar", many: "kommentarer")),
    .init("responses.authored", .number, "vem som har skrivit kommentarerna", .named),
    .init("responses.proposals", .number, "förslag", .counted(one: "förslag", many: "förslag")),
    .init("responses.explained", .number, "skäl för förslagen", .named),
    .init("responses.changes", .number, "ändringar", .counted(one: "ändring", many: "ändringar")),
  ]

  private static let runFacts: [FactDefinition] = [
    .init("run.lastSubmission", .date, "sista inlämning", .named),
    .init(
      "run.lateCount", .number, "sena inlämningar",
      .counted(one: "inlämning kom för sent", many: "inlämningar kom för sent")),
    .init("run.themes", .number, "teman med synpunkter", .counted(one: "tema", many: "teman")),
    .init("run.groups", .number, "jämförda grupper", .counted(one: "grupp", many: "grupper")),
    .init("run.groupsAssessed", .number, "grupper som gick att bedöma", .named),
    .init(
      "run.annex", .flag, "bilagan", .answered(yes: "bilagan finns", no: "bilagan är inte skriven")),
    .init(
      "run.submissionList", .flag, "förteckningen över inlämningar",
      .answered(
        yes: "varje inlämning finns i förteckningen",
        no: "förteckningen över inlämningar är inte skriven")),
    .init(
      "run.participantFeedback", .flag, "återkoppling till deltagare",
      .answered(
        yes: "återkoppling till deltagare är skriven",
        no: "återkoppling till deltagare är inte skriven")),
    .init(
      "run.publicFeedback", .flag, "återkoppling till allmänheten",
      .answered(
        yes: "återkoppling till allmänheten är skriven",
        no: "återkoppling till allmänheten är inte skriven")),
    .init(
      "run.verifiable", .flag, "talens ursprung",
      .answered(yes: "varje tal går att räkna om", no: "talen går inte att räkna om")),
  ]
}
