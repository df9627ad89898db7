import DialogueModel

/// The keys that figures are counted by: fixed before the first record is read.
struct FigureShape: Sendable {
  let channels: [Channel]
  let activities: [Activity]
  let dimensions: [TargetGroupDimension]
  let themes: [Theme]
  let idPrefix: String

  /// Where each dimension's counters begin: one for "not said" and one for each group.
  let dimensionStarts: [Int]
  /// The number of counters over all dimensions.
  let groupCounters: Int
  /// The dimensions whose answers are kept with the submission.
  let storedDimensions: [Int]

  init(
    channels: [Channel], activities: [Activity], dimensions: [TargetGroupDimension],
    themes: [Theme], idPrefix: String
  ) {
    self.channels = channels
    self.activities = activities
    self.dimensions = dimensions
    self.themes = themes
    self.idPrefix = idPrefix
    var start = 0
    var starts: [Int] = []
    for dimension in dimensions {
      starts.append(start)
      start += dimension.groups.count + 1
    }
    dimensionStarts = starts
    groupCounters = start
    storedDimensions = dimensions.indices.filter { !dimensions[$0].isSensitive }
  }

  func channel(_ id: String) -> Int? { channels.firstIndex { $0.id == id } }

  func activity(_ id: String?) -> Int? {
    guard let id else { return nil }
    return activities.firstIndex { $0.id == id }
  }
}
