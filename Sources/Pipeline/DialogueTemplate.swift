import Ingest

/// The text of a new dialogue.yaml: what was found in the files, and a marked place for what only
/// a person can know.
///
/// A place that is empty counts as a key that is not there, so that `inspel check` names those
/// without which there is no run, and the annex says of the others that the fact is missing.
struct DialogueTemplate {
  let plan: InitializationPlan
  let folderName: String

  func text() -> String {
    [head, Self.caseAndPurpose, Self.people, channels, activities, Self.afterwards, sources, tail]
      .joined(separator: "\n")
  }

  /// A key for the dialogue from the folder's name, or nothing when the name has no letter.
  private var id: String {
    var key = ""
    for character in folderName.lowercased() {
      if character.isLetter || character.isNumber || character == "_" {
        key.append(character)
      } else if !key.isEmpty, key.last != "-" {
        key.append("-")
      }
    }
    while key.last == "-" { key.removeLast() }
    return String(key.prefix(60))
  }

  private var head: String {
    """
    # Gjord av inspel init. Nycklarna är engelska, värdena svenska. Sökvägar utgår från den här mappen.
    # Det som bara en människa vet är märkt med "fyll i". Kör inspel check för att se vad som saknas.
    dialogue:
      id: \(id.isEmpty ? " # fyll i: dialogens nyckel, små bokstäver och bindestreck" : id)
      title:  # fyll i: dialogens namn
      lead:  # fyll i: en mening om vad bilagan säger
      type:  # fyll i: medborgardialog, brukardialog, lagstadgat-samråd, medborgarförslag eller råd
      municipality:  # fyll i: kommunens namn
      idPrefix:  # fyll i: början på inlämningarnas nummer, stora bokstäver och siffror, som HD26

    """
  }

  private static let caseAndPurpose = """
    case:
      registryNumber:  # fyll i: diarienummer, som KS 2026/118
      title:  # fyll i: ärendets rubrik
      decidingBody:  # fyll i: den som beslutar i ärendet, som Kommunfullmäktige
      plannedDecision:  # fyll i: dagen för beslutet, som 2026-06-22
      initiative:  # fyll i: {body: utskottet, date: 2026-02-24, paragraph: 12}
      proposedBy:  # fyll i: den som föreslog dialogen
      decisionToHold:  # fyll i: {body: Kommunfullmäktige, date: 2026-03-25, paragraph: 31}
      decisionExcerpt:  # fyll i: vad beslutet säger om dialogen

    purpose:  # fyll i: syftet med dialogen
    need:  # fyll i: vad politikerna behöver veta

    influence:
      scale:  # fyll i: skr5, boverket4, iap2 eller own
      step:  # fyll i: steget på skalan, som Konsultation
      open:  # fyll i: lista över det som går att påverka
      limits:  # fyll i: lista över ramarna, som [{id: B1, text: Budgeten för 2026.}]

    period:
      from:  # fyll i: första svarsdag, som 2026-04-13
      through:  # fyll i: sista svarsdag, som 2026-05-17

    budget:
      planned:  # fyll i: kronor
      spent:  # fyll i: kronor
      resources:  # fyll i: arbetstid

    """

  private static let people = """
    responsible:  # fyll i: [{role: ordföranden, body: utskottet, elected: true}]
    participating:  # fyll i: [{role: utredaren, body: förvaltningen, elected: false}]

    openToAll:  # fyll i: true eller false
    reach:  # fyll i: grupper att nå, som [{label: Unga 16–24 år, group: age/16-24, action: …}]
    methodReason:  # fyll i: varför metoderna valdes
    goals:  # fyll i: lista över målen med dialogen
    handlingNotice:  # fyll i: vad deltagarna fick veta om hur svaren hanteras

    """

  private var channels: String {
    guard !plan.channels.isEmpty else {
      return "channels:  # fyll i: svarsvägar, som [{id: webbenkat, label: Webbenkät}]\n"
    }
    var lines = ["channels:"]
    for channel in plan.channels {
      lines += [
        "  - id: \(channel.id)",
        "    label: \(channel.label)  # rätta: namnet som bilagan visar",
        "    eligible:  # fyll i: vilka som kunde svara, som 16 år och äldre",
        "    universe:  # fyll i: raden i referensbefolkningen, som total/16+",
        "    countsPersons:  # fyll i: true om varje inlämning är en person",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var activities: String {
    guard !plan.activities.isEmpty else {
      return "activities:  # fyll i: [{id: mote, label: Möte, date: 2026-04-22, channel: moten}]\n"
    }
    var lines = ["activities:"]
    for activity in plan.activities {
      lines += [
        "  - id: \(YAMLScalar.text(activity.id))", "    label:  # fyll i: aktivitetens namn",
      ]
      if let date = activity.date { lines.append("    date: \(date)") }
      if let place = activity.place { lines.append("    place: \(YAMLScalar.text(place))") }
      lines.append("    channel: moten")
      if let count = activity.participants, (0...1_000_000).contains(count) {
        lines.append("    participants: \(count)")
      }
      lines.append("    method:  # fyll i: hur den gick till")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let afterwards = """
    feedback:  # fyll i: [{recipient: Allmänheten, audience: allmänheten, channel: webbplatsen, latest: 2026-06-12}]
    feedbackPlanDate:  # fyll i: dagen då återkopplingen planerades
    information:  # fyll i: lista över hur dialogen gjordes känd
    reportMentionDate:  # fyll i: dagen då tjänsteskrivelsen nämnde dialogen
    considered:  # fyll i: vad som vägdes in när dialogen planerades
    planning:  # fyll i: lista över hur dialogen planerades
    yearlyFollowUp:  # fyll i: var den årliga uppföljningen finns

    """

  private var sources: String {
    guard !plan.sources.isEmpty else {
      return "sources:  # fyll i: [{path: inputs/enkat.csv, profile: limesurvey, channel: …}]\n"
    }
    var lines = [
      "# Källorna är ett förslag. Läs dem innan de används: inspel inspect visar vad de bygger på.",
      "sources:",
    ]
    for source in plan.sources {
      lines.append("  # \(source.path): \(source.words)")
      let block = source.proposal.yaml(path: source.path).split(separator: "\n")
      lines += block.map { "  " + $0 }
      lines += unmapped(source.unmapped)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // Column names in a comment: one line each, since a name may be as long as a question.
  private func unmapped(_ names: [String]) -> [String] {
    guard !names.isEmpty else { return [] }
    let shown = names.prefix(12).map { "    #   " + YAMLScalar.text($0) }
    let more = names.count > 12 ? ["    #   och \(names.count - 12) till"] : []
    return ["    # utan roll, lämnas utanför (ge dem en roll, eller skriv dem under drop):"]
      + shown + more
  }

  private var tail: String {
    """
    codebook: codebook.yaml  # ett förslag, rätta: kommunens egna teman
    reference:  # fyll i: filen med referensbefolkningen, som population.csv
    responses:  # fyll i: filen med förvaltningens kommentarer, som responses.yaml

    """
  }
}
