import DialogueModel

/// Every count that the annex rests on, by key.
///
/// A run makes them while it reads; `inspel verify` makes them again from the register and
/// compares.
struct CountedFigures: Equatable, Sendable {
  /// Accepted submissions by channel.
  var byChannel: [Int]
  /// Accepted submissions by activity.
  var byActivity: [Int]
  /// Accepted submissions by ISO week (`year * 100 + week`) and channel.
  var byWeek: [Int: [Int]]
  /// Accepted submissions without a known day, by channel.
  var withoutDay: [Int]
  /// Viewpoints of accepted submissions.
  var viewpoints = 0
  /// Viewpoints without a theme.
  var untagged = 0
  /// Tags: pairs of viewpoint and theme.
  var tags = 0
  /// Viewpoints by theme.
  var themeViewpoints: [Int]
  /// Submissions by theme.
  var themeSubmissions: [Int]
  /// The three lowest public numbers of each theme.
  var themeExamples: [[UInt32]]
  /// For each channel, submissions by dimension and group; see `FigureShape.dimensionStarts`.
  var groups: [[Int]]
  /// For each theme, submissions by dimension and group, in channels that count persons.
  var themeGroups: [[Int]]
  /// For each channel and activity, submissions by dimension and group.
  var activityGroups: [[[Int]]]
  /// For each channel and activity, what people wrote themselves: no notes, no organisations.
  var activityVoices: [[Int]]
  /// The same for each channel.
  var voices: [Int]
  /// For each channel, submissions by cell; see `FigureShape.cellCount`.
  var cells: [[Int]]
  /// The closed questions, in the order of the sources.
  var closed: [ClosedTally] = []
  /// Accepted submissions by organisations, by channel; they are in no group.
  var organisations: [Int]
  /// What was masked in accepted viewpoints, by kind.
  var masked: [PersonalDataKind: Int] = [:]
  /// Accepted submissions that are an official's notes.
  var paraphrases = 0
  /// Accepted submissions that asked for anonymity.
  var anonymous = 0

  init(_ shape: FigureShape) {
    byChannel = Array(repeating: 0, count: shape.channels.count)
    byActivity = Array(repeating: 0, count: shape.activities.count)
    byWeek = [:]
    withoutDay = byChannel
    organisations = byChannel
    voices = byChannel
    activityVoices = Array(
      repeating: Array(repeating: 0, count: shape.activities.count), count: shape.channels.count)
    activityGroups = shape.channels.map { channel in
      Array(
        repeating: Array(repeating: 0, count: channel.countsPersons ? shape.groupCounters : 0),
        count: shape.activities.count)
    }
    cells = shape.channels.map {
      $0.countsPersons ? Array(repeating: 0, count: shape.cellCount) : []
    }
    themeViewpoints = Array(repeating: 0, count: shape.themes.count)
    themeSubmissions = themeViewpoints
    themeExamples = Array(repeating: [], count: shape.themes.count)
    groups = Array(
      repeating: Array(repeating: 0, count: shape.groupCounters), count: shape.channels.count)
    themeGroups = Array(
      repeating: Array(repeating: 0, count: shape.groupCounters), count: shape.themes.count)
  }

  /// Accepted submissions in all channels.
  var accepted: Int { byChannel.reduce(0, +) }
}
