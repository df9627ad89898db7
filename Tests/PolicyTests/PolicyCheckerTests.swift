import DialogueModel
import Policy
import Testing

@Suite struct PolicyCheckerTests {
  private func result(
    _ rule: DutyRule, _ facts: PolicyFacts, missingIsNotMet: Bool = false,
    grounds: [DutyStatus: String] = [:]
  ) -> DutyCheck {
    let duty = PolicyDuty(
      id: "D00", quote: "q", label: "Kravet", strength: "ska", area: "a", rule: rule,
      missingIsNotMet: missingIsNotMet, grounds: grounds)
    return PolicyChecker(duties: [duty]).check(facts)[0]
  }

  private func facts(_ change: (inout Dialogue) -> Void = { _ in }) throws -> PolicyFacts {
    var dialogue = try PolicySamples.bare()
    change(&dialogue)
    return PolicyFacts(dialogue: dialogue)
  }

  @Test func `a known fact is met, a missing one is unknown unless it must be there`() throws {
    let empty = try facts()
    let told = try facts { $0.purpose = "Att få veta." }
    #expect(result(.present("purpose"), told).status == .met)
    #expect(result(.present("purpose"), told).grounds == "Syftet är angivet")
    #expect(result(.present("purpose"), empty).status == .unknown)
    #expect(result(.present("purpose"), empty).grounds == "Uppgift om syftet saknas")
    #expect(result(.present("purpose"), empty, missingIsNotMet: true).status == .notMet)
  }

  @Test func `days are compared, and equal days are in order only where they may be`() throws {
    let facts = try facts {
      $0.decisionCase.plannedDecision = CalendarDate("2026-05-17")
      $0.feedbackPlanDate = CalendarDate("2026-05-16")
    }
    let through = "period.through"
    #expect(result(.before(through, "case.plannedDecision"), facts).status == .notMet)
    #expect(result(.notAfter(through, "case.plannedDecision"), facts).status == .met)
    #expect(result(.before("feedbackPlanDate", through), facts).status == .met)
    #expect(result(.notAfter(through, "feedbackPlanDate"), facts).status == .notMet)
    #expect(result(.before(through, "reportMentionDate"), facts).status == .unknown)
    #expect(
      result(.before(through, "case.plannedDecision"), facts).grounds
        == "Sista svarsdag 17\u{A0}maj\u{A0}2026, planerat beslut 17\u{A0}maj\u{A0}2026")
  }

  @Test func `words are compared without case`() throws {
    let facts = try facts {
      $0.decisionCase.decisionToHold = BodyDecision(body: "KOMMUNFULLMÄKTIGE")
      $0.decisionCase.initiative = BodyDecision(body: "Barn- och bildningsutskottet")
    }
    let held = "case.decisionToHold.body"
    #expect(result(.equals(held, "Kommunfullmäktige"), facts).status == .met)
    #expect(result(.equals(held, "Kommunstyrelsen"), facts).status == .notMet)
    #expect(result(.mentions("case.initiative.body", ["Utskott"]), facts).status == .met)
    #expect(result(.mentions("case.initiative.body", ["nämnd"]), facts).status == .notMet)
    #expect(result(.equals("case.proposedBy", "x"), facts).status == .unknown)
  }

  @Test func `a count is met, partly met or not known`() throws {
    let facts = try facts {
      $0.goals = ["Mål 3"]
      $0.decisionCase.initiative = nil
    }
    #expect(result(.atLeast("goals", 1), facts).status == .met)
    #expect(result(.atLeast("goals", 2), facts).status == .partly)
    #expect(result(.atLeast("goals", 1), facts).grounds == "1 mål är angivet")
    #expect(result(.atLeast("planning", 1), facts).status == .unknown)
    #expect(result(.atLeast("planning", 1), facts, missingIsNotMet: true).status == .notMet)
  }

  @Test(arguments: [(0, DutyStatus.notMet), (1, .partly), (2, .partly), (3, .met)])
  func `a share is met when all are there and partly when some are`(
    evaluated: Int, status: DutyStatus
  ) throws {
    let facts = try facts { dialogue in
      dialogue.activities = (0..<3).map { index in
        var activity = Activity(id: "a\(index)", label: "A")
        if index < evaluated { activity.evaluation = "Bra." }
        return activity
      }
    }
    let check = result(.share("activities.evaluated", of: "activities"), facts)
    #expect(check.status == status)
    #expect(check.grounds == "\(evaluated) av 3")
  }

  @Test func `a share of nothing is not known`() throws {
    #expect(
      result(.share("activities.evaluated", of: "activities"), try facts()).status == .unknown)
  }

  @Test func `a yes is met and a no is not`() throws {
    #expect(result(.isTrue("openToAll"), try facts { $0.openToAll = true }).status == .met)
    #expect(result(.isTrue("openToAll"), try facts { $0.openToAll = false }).status == .notMet)
    #expect(result(.isTrue("openToAll"), try facts()).status == .unknown)
  }

  @Test func `what only a person can judge is unknown and says so`() throws {
    let check = result(.person, try facts())
    #expect(check.status == .unknown)
    #expect(check.grounds == "Bedöms av en person")
  }

  @Test(arguments: [
    ("mm", DutyStatus.met, DutyStatus.met), ("nn", .notMet, .notMet), ("uu", .unknown, .unknown),
    ("mn", .partly, .met), ("mu", .partly, .met), ("nu", .notMet, .unknown),
    ("pn", .partly, .partly), ("pu", .partly, .partly), ("pp", .partly, .partly),
  ])
  func `parts make a whole`(parts: String, all: DutyStatus, any: DutyStatus) throws {
    let facts = try facts {
      $0.purpose = "x"
      $0.openToAll = false
      $0.goals = ["x"]
    }
    let rules: [DutyRule] = parts.map {
      switch $0 {
      case "m": .present("purpose")
      case "n": .isTrue("openToAll")
      case "p": .atLeast("goals", 2)
      default: .present("need")
      }
    }
    #expect(result(.all(rules), facts).status == all)
    #expect(result(.all(rules.reversed()), facts).status == all)
    #expect(result(.any(rules), facts).status == any)
    #expect(result(.any(rules.reversed()), facts).status == any)
  }

  @Test func `the grounds of a whole are those of its parts, each once`() throws {
    let facts = try facts { $0.purpose = "x" }
    let check = result(
      .all([.present("purpose"), .present("purpose"), .present("need")]), facts)
    #expect(check.grounds == "Syftet är angivet, uppgift om behovet saknas")
    let either = result(.any([.present("need"), .present("purpose")]), facts)
    #expect(either.grounds == "Syftet är angivet")
  }

  @Test func `written grounds are used when their facts are known, and only then`() throws {
    let grounds: [DutyStatus: String] = [.met: "budget {budget.planned} och {budget.spent}"]
    let both = try facts { $0.budget = Budget(planned: 40_000, spent: 31_400) }
    #expect(
      result(.present("budget.planned"), both, grounds: grounds).grounds
        == "Budget 40\u{A0}000\u{A0}kronor och utfall 31\u{A0}400\u{A0}kronor")
    let one = try facts { $0.budget = Budget(planned: 1_234_567) }
    #expect(
      result(.present("budget.planned"), one, grounds: grounds).grounds
        == "1\u{A0}234\u{A0}567\u{A0}kronor")
  }
}
