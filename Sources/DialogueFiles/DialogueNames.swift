import DialogueModel

/// Finds names in a dialogue file that refer to nothing in it.
struct DialogueNames {
  let plan: DialoguePlan
  let sources: [Placed<SourceDeclaration>]
  let questions: [Placed<ClosedQuestion>]
  let context: YAMLContext

  func check() {
    let channels = plan.channels.map(\.value.id)
    let activities = plan.activities.map(\.value.id)
    for item in plan.activities {
      if let channel = item.value.channel {
        look(up: channel, among: channels, "channel", at: "\(item.path).channel")
      }
    }
    for item in plan.reach {
      for name in item.value.activities {
        look(up: name, among: activities, "activity", at: "\(item.path).activities")
      }
    }
    let closed = sources.flatMap(\.value.closed)
    for item in questions {
      look(up: item.value.column, among: closed, "closed column", at: "\(item.path).column")
    }
    for item in sources {
      look(up: item.value.channel, among: channels, "channel", at: "\(item.path).channel")
      if let activity = item.value.activity {
        look(up: activity, among: activities, "activity", at: "\(item.path).activity")
      }
    }
  }

  private func look(up name: String, among names: [String], _ kind: String, at key: String) {
    guard !names.contains(name) else { return }
    let shown = ShownName.quoted(name).map { " \($0)" } ?? ""
    let nearest = NearestKey.to(name, among: names).map { "The nearest name is \"\($0)\"." }
    context.report(
      .dialogueNameUnknown, line: context.lines[key], key: key,
      "\(key) names the \(kind)\(shown), which the dialogue file does not have",
      consequence: nearest ?? "",
      remedy: "Correct the name, or add the \(kind).")
  }
}
