import Annex
import DialogueModel

/// How the comparison with the population stood after each activity of the dialogue.
///
/// Activities follow each other by their last day, and as the dialogue file lists them where
/// that is the same or not known. After each of them the same measures are computed of
/// everything that had come in by then. Answers that belong to no activity come last.
struct ActivityProgress {
  private let material: RunMaterial
  private let comparison: CoverageComparison
  /// The activities with submissions, in their order; `nil` stands for those of none.
  private let order: [Int?]
  /// For each of them, the comparison by channel of what had come in until then.
  private let reached: [[Int: [AnnexContent.DimensionCoverage]]]

  init(_ material: RunMaterial, _ comparison: CoverageComparison) {
    self.material = material
    self.comparison = comparison
    let activities = material.shape.activities
    func lastDay(_ place: Int) -> Int {
      (activities[place].through ?? activities[place].from)?.daysSince1970 ?? .max
    }
    let dated = activities.indices.filter { material.figures.byActivity[$0] > 0 }
      .sorted { (lastDay($0), $0) < (lastDay($1), $1) }
    let counts = Self.counts(material, comparison)
    let hasOthers = counts.others.contains { $0.contains { $0 > 0 } }
    order = dated.map(Optional.some) + (hasOthers ? [nil] : [])
    var sum = material.figures.groups.map { $0.map { _ in 0 } }
    var reached: [[Int: [AnnexContent.DimensionCoverage]]] = []
    // One activity is the whole; there is nothing to follow.
    if order.count > 1 {
      for place in order {
        if let place {
          let channel = counts.channel[place]
          for (slot, count) in material.figures.activityGroups[place].enumerated() {
            sum[channel][slot] += count
          }
        } else {
          for channel in sum.indices {
            for slot in sum[channel].indices { sum[channel][slot] += counts.others[channel][slot] }
          }
        }
        reached.append(comparison.dimensions(sum))
      }
    }
    self.reached = reached
  }

  /// The stages of a channel that counts persons: one for each of its activities; none when it
  /// has but one.
  func stages(_ channel: Int) -> [AnnexContent.Stage] {
    guard !reached.isEmpty else { return [] }
    let shape = material.shape
    let figures = material.figures
    let owners = Self.counts(material, comparison)
    var persons = 0
    var stages: [AnnexContent.Stage] = []
    for (index, place) in order.enumerated() {
      let own: [Int]
      if let place {
        guard owners.channel[place] == channel else { continue }
        own = figures.activityGroups[place]
      } else {
        own = owners.others[channel]
        guard own.contains(where: { $0 > 0 }) else { continue }
      }
      let activity = place.map { shape.activities[$0] }
      let dimensions = (reached[index][channel] ?? []).filter { !$0.isSensitive }
      // The first question tells how many persons there were: everyone is in it or unknown.
      let first = dimensions.first.flatMap { known in
        shape.dimensions.firstIndex { $0.id == known.id }
      }
      let came = first.map { dimension in
        let start = shape.dimensionStarts[dimension]
        return own[start...(start + shape.dimensions[dimension].groups.count)].reduce(0, +)
      }
      persons += came ?? 0
      var members: [String: Int] = [:]
      for dimension in dimensions {
        guard let place = shape.dimensions.firstIndex(where: { $0.id == dimension.id }) else {
          continue
        }
        let start = shape.dimensionStarts[place]
        members[FigureShape.unknownKey(dimension.id)] = own[start]
        for (offset, group) in shape.dimensions[place].groups.enumerated() {
          members["\(dimension.id)/\(group.id)"] = own[start + offset + 1]
        }
      }
      stages.append(
        AnnexContent.Stage(
          activity: activity?.id, label: activity?.label ?? "Utan aktivitet",
          day: activity.flatMap { $0.through ?? $0.from }, persons: came ?? 0,
          personsSoFar: persons, members: members, soFar: dimensions))
    }
    return stages.count > 1 ? stages : []
  }

  /// The channel of each activity's submissions, and what belongs to no activity.
  private static func counts(
    _ material: RunMaterial, _ comparison: CoverageComparison
  ) -> (channel: [Int], others: [[Int]]) {
    let shape = material.shape
    var others = material.figures.groups
    let channels = shape.activities.indices.map { place -> Int in
      let declared = shape.activities[place].channel.flatMap(shape.channel)
      let source = material.sources.first { $0.activity == shape.activities[place].id }
      return source.flatMap { shape.channel($0.channel) } ?? declared ?? 0
    }
    for (place, channel) in channels.enumerated() {
      for (slot, count) in material.figures.activityGroups[place].enumerated() {
        others[channel][slot] = max(0, others[channel][slot] - count)
      }
    }
    // Sensitive answers are kept without any link, so that they belong to no activity.
    for (dimension, start) in shape.dimensionStarts.enumerated()
    where shape.dimensions[dimension].isSensitive {
      for channel in others.indices {
        for slot in start...(start + shape.dimensions[dimension].groups.count) {
          others[channel][slot] = 0
        }
      }
    }
    return (channels, others)
  }
}
