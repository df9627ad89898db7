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
  /// The dimensions that weights may be made from, each with how far one step of it is in the
  /// list of cells; see ``cellCount``.
  let cellSteps: [(dimension: Int, step: Int)]
  /// The number of cells: every combination of answers to those dimensions.
  let cellCount: Int

  /// The largest number of cells.
  ///
  /// Dimensions that would make more have no part in the weights.
  static let mostCells = 4096

  /// Makes the keys; `weighted` are the dimensions with a reference figure for every group.
  init(
    channels: [Channel], activities: [Activity], dimensions: [TargetGroupDimension],
    themes: [Theme], idPrefix: String, weighted: Set<String> = []
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
    var cells = 1
    var steps: [(dimension: Int, step: Int)] = []
    for dimension in storedDimensions where weighted.contains(dimensions[dimension].id) {
      let answers = dimensions[dimension].groups.count + 1
      guard cells * answers <= Self.mostCells else { continue }
      steps.append((dimension, cells))
      cells *= answers
    }
    cellSteps = steps
    cellCount = cells
  }

  /// The key of those whose answer is not known.
  static func unknownKey(_ dimension: String) -> String { "\(dimension)/" }

  func channel(_ id: String) -> Int? { channels.firstIndex { $0.id == id } }

  func activity(_ id: String?) -> Int? {
    guard let id else { return nil }
    return activities.firstIndex { $0.id == id }
  }
}
