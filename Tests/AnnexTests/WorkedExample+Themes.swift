import Annex
import DialogueModel

extension WorkedExample {
  static let codebook = Codebook(
    id: "bibliotek-sv", version: "1.1", status: "fastställd", language: "sv",
    matching: CodebookMatching(
      inflections: ["", "en", "et", "er", "erna"],
      weights: [.fras: 3, .led: 2, .slut: 2, .ord: 2, .svag: 1], threshold: 2,
      maximumThemes: 3),
    themes: [
      theme(
        1, "oppettider", "Öppettider", "När biblioteket är öppet och bemannat.",
        [.led: ["öppettid"], .ord: ["stängt", "kvällsöppet"], .fras: ["efter jobbet"]]),
      theme(
        2, "lokaler", "Läge och lokaler", "Var biblioteket ligger och hur det är inrett.",
        [.led: ["lokal"], .ord: ["bord", "läsplats"], .svag: ["plats"]]),
      theme(
        3, "barn", "Barn och unga", "Barnens avdelning och verksamhet för unga.",
        [.led: ["barn", "sagostund"], .slut: ["böcker"], .ord: ["läxhjälp"]]),
      theme(
        4, "utbud", "Böcker och utbud", "Vad som går att låna.",
        [.led: ["bok", "tidning"], .ord: ["låna"], .inte: ["bokslut"]]),
      theme(
        5, "tillganglighet", "Tillgänglighet", "Att alla kan komma in och hitta.",
        [.ord: ["rullstol", "trappa", "ramp"], .led: ["dörr"]]),
      theme(
        6, "motesplats", "Biblioteket som mötesplats", "Evenemang och samvaro.",
        [.led: ["möte", "föreläsning"], .ord: ["fika"]]),
      theme(
        7, "digitalt", "Datorer och digital hjälp", "Datorer, utskrifter och hjälp.",
        [.led: ["dator", "utskrift"], .ord: ["wifi"]]),
      theme(8, "parkering", "Parkering", "Parkering vid biblioteket.", [.led: ["parker"]]),
      theme(
        9, "buss", "Buss till biblioteket", "Resor till och från biblioteket.",
        [.led: ["buss"]], responsible: "Region Värmland"),
    ])

  private static func theme(
    _ number: Int, _ key: String, _ label: String, _ summary: String,
    _ terms: [TermKind: [String]], responsible: String? = nil
  ) -> Theme {
    Theme(
      id: "T0\(number)", key: key, label: label, summary: summary, responsible: responsible,
      terms: terms)
  }

  static let responses: [Response] = [
    response(
      "oppettider", "bibliotekschefen",
      "Förvaltningen föreslår kvällsöppet en dag i veckan på prov. Provet följs upp i mars "
        + "2027.\n\nMeröppet med inlogg kräver nytt larm och ryms inte i budgeten för 2026.",
      [
        proposal(
          .partly, "Öppna biblioteket på kvällar.", "Torsdagar prövas först.",
          change: "Biblioteket är öppet till klockan 19 på torsdagar.", place: "sidan 3"),
        proposal(
          .outsideFrame, "Inför meröppet med inlogg.", "Kostnaden är 210 000 kronor.",
          limit: "B1"),
      ]),
    response(
      "lokaler", "bibliotekschefen",
      "Läsplatserna flyttas till fönstren. Hyresavtalet gör att läget inte prövas nu.",
      [
        proposal(
          .granted, "Fler läsplatser.", "De ryms där tidningarna stod.",
          change: "Åtta läsplatser vid fönstren.", place: "sidan 4, ritning 1"),
        proposal(
          .outsideFrame, "Flytta biblioteket till skolan.", "Byggnaden är hyrd.", limit: "B2"),
      ]),
    response(
      "barn", "barnbibliotekarien", "Sagostunden blir kvar, och läxhjälp börjar i augusti 2026.",
      [
        proposal(
          .granted, "Läxhjälp efter skolan.", "En bibliotekarie finns redan på plats.",
          change: "Läxhjälp två eftermiddagar i veckan.", place: "sidan 5")
      ]),
    response(
      "utbud", "bibliotekschefen", "Inköpen styrs av lånen. Önskemål tas emot i disken.",
      [proposal(.notGranted, "Fler dagstidningar.", "De läses digitalt av nästan alla.")]),
    response(
      "tillganglighet", "bibliotekschefen",
      "Dörren får öppnare i höst. Trappan vid gatan ägs av fastighetsbolaget.",
      [
        proposal(.granted, "Öppnare på dörren.", "Pengarna finns i årets budget."),
        passedOn(
          "Ramp vid trappan.", "Bolaget äger trappan.", "Fastighetsbolaget", "2026-05-12"),
      ]),
    response(
      "motesplats", "bibliotekarien", "Föreningar kan boka lokalen på torsdagskvällar.",
      [proposal(.granted, nil, "Personalen är ändå på plats.")]),
    response(
      "buss", "utredaren", "Frågan om bussar prövas av regionen.",
      [passedOn(nil, "Regionen ansvarar.", "Region Värmland", "2026-05-12")]),
  ]

  private static func response(
    _ theme: String, _ author: String, _ comment: String, _ proposals: [Response.Proposal]
  ) -> Response {
    var response = Response(theme: theme)
    response.author = author
    response.comment = comment
    response.proposals = proposals
    return response
  }

  private static func proposal(
    _ outcome: ProposedOutcome, _ about: String?, _ reason: String, limit: String? = nil,
    change: String? = nil, place: String? = nil
  ) -> Response.Proposal {
    var proposal = Response.Proposal(outcome: outcome)
    proposal.about = about
    proposal.reason = reason
    proposal.limit = limit
    proposal.change = change
    proposal.changePlace = place
    return proposal
  }

  private static func passedOn(
    _ about: String?, _ reason: String, _ recipient: String, _ date: String
  ) -> Response.Proposal {
    var proposal = proposal(.passedOn, about, reason)
    proposal.recipient = recipient
    proposal.passedOn = day(date)
    return proposal
  }

  static let quotations: [AnnexContent.ClearedQuotation] = [
    quotation(
      "oppettider", 4, "När jag slutar jobbet har biblioteket redan stängt.", "privatperson"),
    quotation(
      "oppettider", 9, "Hellre en kväll i veckan än två timmar varje förmiddag.",
      "privatperson"),
    AnnexContent.ClearedQuotation(
      theme: "lokaler", submission: id(12),
      pieces: [
        .text("Min "), .masked("[släktskap borttaget]"),
        .text(" sitter på golvet och läser, för borden är alltid upptagna."),
      ], channel: "Webbenkät", sender: "privatperson"),
    quotation("barn", 30, "Jag vill att sagostunden är på lördag också.", "elev"),
    quotation(
      "tillganglighet", 41,
      "Ring mig på [telefonnummer borttaget] så visar jag trappan.", "privatperson"),
  ]

  private static func quotation(
    _ theme: String, _ place: Int, _ text: String, _ sender: String
  ) -> AnnexContent.ClearedQuotation {
    AnnexContent.ClearedQuotation(
      theme: theme, submission: id(place), maskedText: text,
      channel: sender == "elev" ? "Skolbesök" : "Webbenkät", sender: sender)
  }
}
