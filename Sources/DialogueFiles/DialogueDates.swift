import DialogueModel

/// Finds dates of a dialogue that contradict each other.
struct DialogueDates {
  let dialogue: Dialogue
  let plan: DialoguePlan
  let context: YAMLContext

  func check() {
    checkCase()
    checkActivities()
    checkFeedback()
  }

  private func warn(_ key: String, _ summary: String, _ consequence: String = "") {
    context.report(
      .dialogueDates, line: context.lines[key], key: key, summary, consequence: consequence,
      remedy: "Correct the date that is wrong.")
  }

  private func checkCase() {
    let decisionCase = dialogue.decisionCase
    let period = dialogue.period
    if let decision = decisionCase.plannedDecision, decision <= period.through {
      warn(
        "case.plannedDecision",
        "the decision is planned for \(decision), and the period ends \(period.through)",
        "Views must come in before the decision (D02).")
    }
    if let mention = dialogue.reportMentionDate, mention > period.from {
      warn(
        "reportMentionDate",
        "the official's report mentions the dialogue \(mention), after it began \(period.from)",
        "The report should mention it early (D16).")
    }
    guard let held = decisionCase.decisionToHold?.date else { return }
    if held > period.from {
      warn(
        "case.decisionToHold.date",
        "the dialogue began \(period.from), before it was decided \(held)")
    }
    if let proposed = decisionCase.initiative?.date, proposed > held {
      warn(
        "case.initiative.date",
        "the initiative is dated \(proposed), after the decision to hold the dialogue \(held)")
    }
    if let settled = dialogue.feedbackPlanDate, settled > held {
      warn(
        "feedbackPlanDate",
        "the feedback plan is dated \(settled), after the decision to hold the dialogue \(held)",
        "The plan must be there before the decision (D41).")
    }
  }

  private func checkActivities() {
    for item in plan.activities {
      let (path, activity) = (item.path, item.value)
      let lastKey = activity.through == nil ? (isDated(path) ? "date" : "from") : "through"
      if let from = activity.from, let through = activity.through, through < from {
        warn("\(path).through", "\(path) ends \(through), before it begins \(from)")
      } else if let first = activity.from ?? activity.through,
        let last = activity.through ?? activity.from,
        last < dialogue.period.from || first > dialogue.period.through
      {
        warn(
          "\(path).\(lastKey)", "\(path) lies outside the period",
          "What it brought in is set aside as outside the period.")
      }
      if let evaluated = activity.evaluationDate, let from = activity.from, evaluated < from {
        warn("\(path).evaluationDate", "\(path) is evaluated \(evaluated), before it began \(from)")
      }
    }
  }

  private func isDated(_ path: String) -> Bool { context.lines["\(path).date"] != nil }

  private func checkFeedback() {
    for item in plan.feedback {
      if let done = item.value.done, done < dialogue.period.from {
        warn("\(item.path).done", "\(item.path) was done \(done), before the dialogue began")
      }
      if let latest = item.value.latest, latest < dialogue.period.from {
        warn("\(item.path).latest", "\(item.path) is due \(latest), before the dialogue began")
      }
    }
  }
}
