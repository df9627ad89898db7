import Annex
import DialogueModel

/// How the comparison with the population stood after each activity of the dialogue.
///
/// Activities follow each other by their last day, and as the dialogue file lists them where
/// that is the same or not known. After each of them the same measures are computed of
/// everything that had come in by then. Answers that belong to no activity come last.
struct ActivityProgress {
  private let material: RunMaterial
  /// The activities with submissions, in their order; `nil` stands for those of none.
  private let order: [Int?]
  /// For each of them, the comparison by channel of what had come in until then.
  private let reached: [[Int: [AnnexContent.DimensionCoverage]]]
  /// For each channel that counts persons, what belongs to no activity.
  private let others: [Int: [Int]]

  init(_ material: RunMaterial, _ comparison: CoverageComparison) {
    self.material = material
    let activities = material.shape.activities
    func lastDay(_ place: Int) -> Int {
      (activities[place].through ?? activities[place].from)?.daysSince1970 ?? .max
    }
    let dated = activities.indices.filter { place in
      comparison.channels.contains { material.figures.activityVoices[$0][place] > 0 }
    }.sorted { (lastDay($0), $0) < (lastDay($1), $1) }
    others = Dictionary(
      uniqueKeysWithValues: comparison.channels.map { ($0, Self.others($0, material)) })
    let hasOthers = others.values.contains { $0.contains { $0 > 0 } }
    order = dated.map(Optional.some) + (hasOthers ? [nil] : [])
    var sum = material.figures.groups.map { $0.map { _ in 0 } }
    var reached: [[Int: [AnnexContent.DimensionCoverage]]] = []
    // One activity is the whole; there is nothing to follow.
    for place in order where order.count > 1 {
      for channel in comparison.channels {
        let own = place.map { material.figures.activityGroups[channel][$0] } ?? others[channel]
        for (slot, count) in (own ?? []).enumerated() { sum[channel][slot] += count }
      }
      reached.append(comparison.dimensions(sum))
    }
    self.reached = reached
  }

  /// The stages of a channel that counts persons: one for each of its activities; none when it
  /// has but one.
  func stages(_ channel: Int) -> [AnnexContent.Stage] {
    guard !reached.isEmpty else { return [] }
    let shape = material.shape
    let figures = material.figures
    var persons = 0
    var stages: [AnnexContent.Stage] = []
    for (index, place) in order.enumerated() {
      let own = place.map { figures.activityGroups[channel][$0] } ?? others[channel] ?? []
      let came =
        place.map { figures.activityVoices[channel][$0] }
        ?? figures.voices[channel] - figures.activityVoices[channel].reduce(0, +)
      guard came > 0 else { continue }
      let activity = place.map { shape.activities[$0] }
      let dimensions = (reached[index][channel] ?? []).filter { !$0.isSensitive }
      persons += came
      var members: [String: Int] = [:]
      for (start, model) in zip(shape.dimensionStarts, shape.dimensions) where !model.isSensitive {
        members[FigureShape.unknownKey(model.id)] = own[start]
        for (offset, group) in model.groups.enumerated() {
          members["\(model.id)/\(group.id)"] = own[start + offset + 1]
        }
      }
      stages.append(
        AnnexContent.Stage(
          activity: activity?.id, label: activity?.label ?? "Utan aktivitet",
          day: activity.flatMap { $0.through ?? $0.from }, persons: came,
          personsSoFar: persons, members: members, soFar: dimensions))
    }
    return stages.count > 1 ? stages : []
  }

  /// What a channel has beside its activities, by dimension and group.
  ///
  /// Sensitive answers are kept without any link, so that they belong to no activity.
  private static func others(_ channel: Int, _ material: RunMaterial) -> [Int] {
    let shape = material.shape
    var rest = material.figures.groups[channel]
    for own in material.figures.activityGroups[channel] {
      for (slot, count) in own.enumerated() { rest[slot] -= count }
    }
    for (start, model) in zip(shape.dimensionStarts, shape.dimensions) where model.isSensitive {
      for slot in start...(start + model.groups.count) { rest[slot] = 0 }
    }
    return rest
  }
}
