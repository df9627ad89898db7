import DialogueModel

extension WorkedExample {
  static func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { preconditionFailure("no such day: \(text)") }
    return day
  }

  static let dialogue: Dialogue = {
    var decision = DecisionCase(
      registryNumber: "KS 2026/204", title: "Bibliotekets öppettider och lokaler i Ekshärad",
      decidingBody: "kommunfullmäktige")
    decision.plannedDecision = day("2026-06-15")
    decision.preparation = "kommunstyrelsen bereder ärendet den 2 juni 2026"
    decision.annexNumber = 2
    decision.initiative = BodyDecision(
      body: "Kultur- och fritidsutskottet", date: day("2026-02-03"), paragraph: "9")
    decision.proposedBy = "Kultur- och fritidsutskottet"
    decision.decisionToHold = BodyDecision(
      body: "Kommunfullmäktige", date: day("2026-02-25"), paragraph: "18")
    var influence = Influence()
    influence.step = "Konsultation"
    influence.stepNumber = 2
    influence.stepCount = 5
    influence.promise = "Vi frågar vad du tycker och berättar hur det påverkade beslutet."
    influence.open = [
      "vilka dagar och tider biblioteket är bemannat", "var barnens avdelning ligger",
      "hur lokalen får användas på kvällar",
    ]
    influence.limits = [
      FrameLimit(id: "B1", text: "Budgeten för 2026 och 2027."),
      FrameLimit(id: "B2", text: "Byggnaden hyrs till och med 2031."),
    ]
    guard let period = DialoguePeriod(from: day("2026-04-06"), through: day("2026-05-10")) else {
      preconditionFailure("the period ends before it begins")
    }
    var dialogue = Dialogue(
      id: "bibliotek-ekshärad", title: "Bibliotekets öppettider och lokaler i Ekshärad",
      kind: .citizenDialogue, municipality: "Hagfors kommun", idPrefix: "HB26",
      decisionCase: decision, influence: influence, period: period)
    dialogue.lead =
      "Vad de som svarade säger om öppettider, lokaler och barnens plats, och hur förvaltningen "
      + "föreslår att synpunkterna hanteras."
    dialogue.isSynthetic = true
    dialogue.policyVersion = "Policy för medborgardialog, odaterad"
    dialogue.purpose = "Syftet var att få veta när biblioteket behövs och vad lokalen ska rymma."
    dialogue.need = "Utskottet behövde veta vilka som inte kommer in på dagens tider."
    dialogue.budget = Budget(
      planned: 25_000, spent: 18_650, resources: "90 arbetstimmar, fördelade på tre personer")
    dialogue.responsible = [
      ResponsibleRole(role: "ordföranden", body: "kultur- och fritidsutskottet"),
      ResponsibleRole(role: "bibliotekschefen"),
    ]
    dialogue.participating = [
      ResponsibleRole(role: "ledamöterna", body: "kultur- och fritidsutskottet"),
      ResponsibleRole(role: "bibliotekarierna"),
    ]
    dialogue.openToAll = true
    dialogue.methodReason = "Enkäten når många. Mötet gav plats för samtal om lokalen."
    dialogue.handlingNotice =
      "Svaren läses av bibliotekschefen och sammanställs i en bilaga till beslutet."
    dialogue.information = ["Affischer på biblioteket och i butikerna, 30 mars 2026."]
    dialogue.planning = ["Syfte och målgrupper gicks igenom med utskottet den 10 februari 2026."]
    dialogue.yearlyFollowUp = "Tas upp i bokslutet för 2026."
    dialogue.reportMentionDate = day("2026-04-20")
    dialogue.feedbackPlanDate = day("2026-02-10")
    dialogue.channels = channels
    dialogue.activities = activities
    dialogue.groupsToReach = [
      ReachPlan(
        label: "Unga 15–24 år", group: "age/15-24",
        action: "Inlägg i gymnasiets kanaler och en kväll på fritidsgården.",
        isSeldomHeard: true, result: "Få svarade. Nästa gång frågar vi på skoltid."),
      ReachPlan(
        label: "Personer med funktionsnedsättning", group: "disability/ja",
        action: "Enkäten fanns på lättläst svenska.", isSeldomHeard: true,
        result: "Flera skrev om trappan och dörren."),
      ReachPlan(label: "Elever i årskurs 5", action: "Besök i klassen med bildstöd."),
    ]
    dialogue.feedback = feedback
    return dialogue
  }()

  static let channels = [
    Channel(
      id: "enkat", label: "Webbenkät", eligible: "15 år och äldre", universe: "total/15+",
      countsPersons: true),
    Channel(id: "etjanst", label: "E-tjänst", eligible: "alla, även utan inloggning"),
    Channel(
      id: "skola", label: "Skolbesök", eligible: "elever i årskurs 5", sender: "elev"),
    Channel(
      id: "moten", label: "Möten och råd", eligible: "de som kom", sender: "minnesanteckning"),
  ]

  static let activities: [Activity] = {
    func activity(
      _ id: String, _ label: String, _ from: String, _ through: String?, _ method: String,
      _ support: String?, channel: String
    ) -> Activity {
      var activity = Activity(id: id, label: label)
      activity.from = day(from)
      activity.through = through.map(day)
      activity.method = method
      activity.support = support
      activity.channel = channel
      return activity
    }
    var survey = activity(
      "enkat", "Webbenkät", "2026-04-06", "2026-05-10", "öppen webbenkät",
      "lättläst svenska, engelska", channel: "enkat")
    survey.evaluation = "Enkäten nådde många barnfamiljer och få unga."
    survey.evaluationDate = day("2026-05-18")
    let service = activity(
      "etjanst", "E-tjänsten Lämna synpunkt", "2026-04-06", "2026-05-10", "e-tjänst", nil,
      channel: "etjanst")
    var school = activity(
      "skola", "Besök i årskurs 5", "2026-04-22", nil, "klassrumssamtal och enkät", "bildstöd",
      channel: "skola")
    school.participants = 28
    school.elected = 2
    school.officials = 1
    var meeting = activity(
      "biblioteket", "Öppet hus", "2026-04-16", nil, "smågrupper", "hörslinga",
      channel: "moten")
    meeting.place = "Biblioteket i Ekshärad"
    meeting.participants = 38
    meeting.elected = 5
    meeting.officials = 3
    meeting.evaluation = "Deltagarna ville ha mer tid i grupperna."
    meeting.evaluationDate = day("2026-04-20")
    var council = activity(
      "radet", "Kommunala pensionärsrådet", "2026-04-23", nil, "ordinarie möte", nil,
      channel: "moten")
    council.participants = 11
    council.elected = 1
    council.officials = 1
    return [survey, service, school, meeting, council]
  }()

  static let feedback: [FeedbackEvent] = {
    func event(
      _ recipient: String, _ audience: FeedbackEvent.Audience, _ channel: String,
      _ latest: String, done: String? = nil, note: String
    ) -> FeedbackEvent {
      var event = FeedbackEvent(recipient: recipient, audience: audience, channel: channel)
      event.latest = day(latest)
      event.done = done.map(day)
      event.responsible = "bibliotekschefen"
      event.note = note
      return event
    }
    return [
      event(
        "Deltagare som bett om svar", .participants, "e-post", "2026-06-05",
        note: "Texten är klar."),
      event(
        "Boende i Ekshärad", .everyone, "anslag på biblioteket", "2026-05-25",
        done: "2026-05-21", note: "Anslag om vad som händer nu."),
      event(
        "Eleverna i årskurs 5", .participants, "besök i klassen", "2026-05-26",
        note: "Inte bokat."),
      event(
        "Deltagare och allmänhet, efter beslutet", .both, "e-post och hagfors.se",
        "2026-07-03", note: "Väntar på beslutet."),
    ]
  }()
}
