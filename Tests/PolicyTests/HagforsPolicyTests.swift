import DialogueFiles
import DialogueModel
import Foundation
import Policy
import Testing

@Suite struct HagforsPolicyTests {
  private static let corpus = ProcessInfo.processInfo.environment["INSPEL_CORPUS"]

  private func sampleFacts(_ change: (inout Dialogue) -> Void = { _ in }) throws -> PolicyFacts {
    var dialogue = try PolicySamples.sampleDialogue()
    change(&dialogue)
    var run = RunFigures()
    run.themesWithViewpoints = PolicySamples.themes
    run.outputs = [.annex, .submissionList]
    run.isVerifiable = true
    return PolicyFacts(
      dialogue: dialogue, responses: try PolicySamples.sampleResponses(), run: run)
  }

  private func checks(_ facts: PolicyFacts) throws -> [String: DutyCheck] {
    let list = PolicyChecker(duties: try PolicySamples.duties()).check(facts)
    return Dictionary(uniqueKeysWithValues: list.map { ($0.id, $0) })
  }

  @Test(
    .enabled(if: corpus != nil, "INSPEL_CORPUS is not set, so the policy's text is not there"))
  func `every quote stands in the policy, word for word`() throws {
    let folder = URL(filePath: try #require(Self.corpus)).deletingLastPathComponent()
    let policy = PolicySamples.folded(
      try String(
        contentsOf: folder.appending(path: "policy/hagfors-policy-medborgardialog.txt"),
        encoding: .utf8))
    for duty in try PolicySamples.duties() {
      // The parts of a quote with left-out words must follow each other.
      var rest = policy[...]
      for part in duty.quote.components(separatedBy: "…") {
        let words = PolicySamples.folded(part)
        #expect(!words.isEmpty, "\(duty.id)")
        let range = rest.range(of: words)
        #expect(range != nil, "\(duty.id): \(words)")
        if let range { rest = rest[range.upperBound...] }
      }
    }
  }

  @Test func `the policy loads without findings and has all duties in order`() throws {
    let file = "pipelines/policy/hagfors-medborgardialog.yaml"
    let (policy, findings) = PolicyFile.load(
      text: try PolicySamples.text(file), file: file, facts: PolicyFacts.kinds)
    #expect(findings.map { "\($0.place) \($0.summary)" } == [])
    let duties = try #require(policy).duties
    let numbers = (1...46).map { $0 < 10 ? "D0\($0)" : "D\($0)" }
    #expect(duties.map(\.id) == numbers)
  }

  @Test func `strengths follow the policy's own words`() throws {
    for duty in try PolicySamples.duties() {
      switch duty.strength {
      case "ska om möjligt":
        #expect(
          duty.quote.contains("om möjligt") || duty.quote.contains("där det går"), "\(duty.id)")
      case "bör": #expect(duty.quote.contains("bör"), "\(duty.id)")
      default: #expect(["ska", "syfte"].contains(duty.strength), "\(duty.id)")
      }
      #expect(!duty.label.hasSuffix("."), "\(duty.id)")
    }
  }

  @Test func `the sample is judged as its story says`() throws {
    let checks = try checks(try sampleFacts())
    let nbsp = "\u{A0}"
    let expected: [(String, DutyStatus, String)] = [
      (
        "D02", .met,
        "Sista svarsdag 17\(nbsp)maj\(nbsp)2026, beslut 22\(nbsp)juni\(nbsp)2026"
      ),
      (
        "D03", .met, "Barn- och bildningsutskottet, 24\(nbsp)februari\(nbsp)2026, §\(nbsp)12"
      ),
      ("D04", .met, "Kommunfullmäktige, 25\(nbsp)mars\(nbsp)2026, §\(nbsp)31"),
      ("D05", .met, "Med vid 3 av 3 möten"),
      ("D06", .partly, "6 av 8 teman har kommentar och förslag"),
      ("D07", .unknown, "Inget utdrag ur beslutet är lämnat"),
      ("D09", .met, "KS 2026/118, Kommunfullmäktige"),
      ("D11", .met, "40\(nbsp)000\(nbsp)kronor, utfall 31\(nbsp)400\(nbsp)kronor"),
      ("D13", .met, "Dialogen är angiven som medborgardialog"),
      ("D14", .unknown, "Inget mål är angivet"),
      ("D15", .unknown, "Uppgift om övervägandet saknas"),
      (
        "D16", .notMet,
        "Tjänsteskrivelsen 16\(nbsp)april\(nbsp)2026, "
          + "dialogen började 13\(nbsp)april\(nbsp)2026"
      ),
      ("D18", .met, "Konsultation, steg 2 av 5"),
      ("D20", .met, "6 metoder, varje grupp har minst en"),
      ("D23", .partly, "2 av 6 aktiviteter har en utvärdering"),
      ("D24", .partly, "Planerade tillfällen: 4, utförda: 1"),
      ("D30", .met, "6 av 6 kommentarer anger vem som har skrivit, ställningstagandet är tomt"),
      ("D32", .unknown, "Bedöms av en person"),
      ("D37", .met, "Varje inlämning finns i förteckningen"),
      ("D38", .met, "Varje tal går att räkna om"),
      (
        "D41", .met,
        "Planen är daterad 12\(nbsp)mars\(nbsp)2026, beslutet 25\(nbsp)mars\(nbsp)2026"
      ),
      ("D46", .met, "Policyns version odaterad, gäller tillsvidare (läst i april 2026)"),
    ]
    for (id, status, grounds) in expected {
      let check = try #require(checks[id])
      #expect(check.status == status, "\(id)")
      #expect(check.grounds == grounds, "\(id)")
    }
    let notMet = checks.values.filter { $0.status == .notMet }.map(\.id)
    #expect(notMet == ["D16"])
    let unknown = checks.values.filter { $0.status == .unknown }.map(\.id).sorted()
    #expect(unknown == ["D07", "D14", "D15", "D32", "D34", "D35", "D36", "D45"])
  }

  @Test func `of a dialogue that says nothing no duty is met that asks for more`() throws {
    let list = PolicyChecker(duties: try PolicySamples.duties()).check(
      PolicyFacts(dialogue: try PolicySamples.bare()))
    #expect(list.count == 46)
    #expect(list.filter { $0.status == .met }.map(\.id) == ["D09", "D13"])
    // Only duties that the policy says must be there are missed; the rest is not known.
    let notMet = list.filter { $0.status == .notMet }.map(\.id)
    #expect(notMet == ["D08", "D11", "D12", "D18", "D22"])
    #expect(list.filter { $0.status == .partly }.map(\.id) == ["D10", "D33"])
  }

  @Test func `each change of the facts changes its duty`() throws {
    func status(_ id: String, _ change: (inout Dialogue) -> Void) throws -> DutyStatus {
      try #require(try checks(try sampleFacts(change))[id]).status
    }
    #expect(
      try status("D02") { $0.decisionCase.plannedDecision = $0.period.through } == .notMet)
    #expect(try status("D03") { $0.decisionCase.initiative?.body = "Förvaltningen" } == .notMet)
    #expect(try status("D04") { $0.decisionCase.decisionToHold?.body = "Nämnden" } == .notMet)
    #expect(try status("D04") { $0.decisionCase.decisionToHold = nil } == .unknown)
    #expect(try status("D05") { $0.activities[3].elected = 0 } == .partly)
    #expect(try status("D08") { $0.purpose = nil } == .notMet)
    #expect(try status("D13") { $0.kind = .userDialogue } == .unknown)
    #expect(try status("D18") { $0.influence.step = nil } == .partly)
    #expect(
      try status("D20") {
        $0.groupsToReach[0].action = nil
        $0.groupsToReach[0].activities = []
      } == .partly)
    #expect(try status("D24") { $0.feedback = [] } == .unknown)
    #expect(
      try status("D24") { dialogue in
        for index in dialogue.feedback.indices {
          dialogue.feedback[index].done = CalendarDate("2026-07-01")
        }
      } == .met)
    #expect(try status("D29") { $0.groupsToReach = [] } == .unknown)
    #expect(try status("D41") { $0.feedbackPlanDate = CalendarDate("2026-03-26") } == .notMet)
    #expect(try status("D41") { $0.feedbackPlanDate = CalendarDate("2026-03-25") } == .met)
    #expect(try status("D42") { $0.feedback[0].responsible = nil } == .partly)
  }

  @Test func `grounds are short Swedish clauses with every fact filled in`() throws {
    let all = try [sampleFacts(), PolicyFacts(dialogue: PolicySamples.bare())]
    for facts in all {
      for check in PolicyChecker(duties: try PolicySamples.duties()).check(facts) {
        #expect(!check.grounds.isEmpty, "\(check.id)")
        #expect(!check.grounds.contains("{"), "\(check.id)")
        #expect(!check.grounds.contains("."), "\(check.id): \(check.grounds)")
        #expect(check.grounds.first?.isLowercase == false, "\(check.id)")
        #expect(check.grounds.count < 180, "\(check.id): \(check.grounds)")
      }
    }
  }
}
