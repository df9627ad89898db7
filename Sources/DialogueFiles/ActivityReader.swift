import DialogueModel

/// Reads channels, activities, groups to reach, and feedback.
struct ActivityReader {
  let root: YAMLBlock

  func channels() -> [Placed<Channel>] {
    let blocks = root.blocks("channels", keys: DialogueFile.keys(of: "channels[]"))
    _ = blocks.unique("id")
    return blocks.compactMap { part in
      let id = part.identifier("id")
      let label = part.requiredString("label")
      var channel = Channel(id: id ?? "", label: label ?? "")
      channel.eligible = part.string("eligible")
      channel.universe = universe(part)
      channel.countsPersons = part.bool("countsPersons") ?? false
      channel.selection =
        part.choice("selection", Channel.Selection.self) ?? channel.selection
      channel.drawn = part.int("drawn", in: 1...1_000_000)
      if channel.selection == .probability, channel.drawn == nil {
        part.context.report(
          .yamlKeyMissing, line: part.line, key: "\(part.path).drawn",
          "\(part.path) is drawn by lot, and how many were drawn is not said",
          remedy: "Write drawn: 1200, the number that the question was sent to.")
      }
      channel.sender = part.string("sender") ?? channel.sender
      return id == nil || label == nil ? nil : Placed(path: part.path, value: channel)
    }
  }

  private func universe(_ part: YAMLBlock) -> String? {
    guard let text = part.string("universe") else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
      part.invalid(
        "universe", "is not a row of the reference population",
        remedy: "Write the row's group and value, such as total/16+.")
      return nil
    }
    return text
  }

  func activities() -> [Placed<Activity>] {
    let blocks = root.blocks("activities", keys: DialogueFile.keys(of: "activities[]"))
    _ = blocks.unique("id")
    return blocks.compactMap { part in
      let id = part.identifier("id")
      let label = part.requiredString("label")
      var activity = Activity(id: id ?? "", label: label ?? "")
      activity.from = part.date("from")
      activity.through = part.date("through")
      if part.has("date") {
        let date = part.date("date")
        if part.has("from") || part.has("through") {
          part.invalid(
            "date", "stands beside from or through",
            remedy: "Write date for one day, or from and through for several.")
        }
        activity.from = activity.from ?? date
      }
      activity.place = part.string("place")
      activity.method = part.string("method")
      activity.support = part.string("support")
      activity.channel = part.string("channel")
      let persons = 0...1_000_000
      activity.participants = part.int("participants", in: persons)
      activity.elected = part.int("elected", in: persons)
      activity.officials = part.int("officials", in: persons)
      activity.evaluation = part.string("evaluation")
      activity.evaluationDate = part.date("evaluationDate")
      return id == nil || label == nil ? nil : Placed(path: part.path, value: activity)
    }
  }

  func reach() -> [Placed<ReachPlan>] {
    let blocks = root.blocks("reach", keys: DialogueFile.keys(of: "reach[]"))
    _ = blocks.unique("label")
    return blocks.compactMap { part in
      let label = part.requiredString("label")
      let plan = ReachPlan(
        label: label ?? "", group: part.string("group"), action: part.string("action"),
        activities: part.strings("activities"), isSeldomHeard: part.bool("seldomHeard") ?? false,
        result: part.string("result"))
      return label == nil ? nil : Placed(path: part.path, value: plan)
    }
  }

  func feedback() -> [Placed<FeedbackEvent>] {
    let blocks = root.blocks("feedback", keys: DialogueFile.keys(of: "feedback[]"))
    return blocks.compactMap { part in
      let recipient = part.requiredString("recipient")
      let audience =
        part.require("audience") ? part.choice("audience", FeedbackEvent.Audience.self) : nil
      let channel = part.requiredString("channel")
      let latest = part.date("latest")
      let responsible = part.string("responsible")
      let done = part.date("done")
      let note = part.string("note")
      guard let recipient, let audience, let channel else { return nil }
      var event = FeedbackEvent(recipient: recipient, audience: audience, channel: channel)
      event.latest = latest
      event.responsible = responsible
      event.done = done
      event.note = note
      return Placed(path: part.path, value: event)
    }
  }
}
