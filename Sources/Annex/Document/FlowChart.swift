/// From records read to submissions that count, with what was set aside on the way.
public struct FlowChart: Sendable, Equatable, Codable {
  /// The records read.
  public var read: Measure
  /// What was set aside, in the order of the account.
  public var setAside: [LabelledMeasure]
  /// What counts.
  public var accepted: Measure
  /// What counts, by channel.
  public var channels: [LabelledMeasure]

  /// Makes the numbers of the chart.
  public init(
    read: Measure, setAside: [LabelledMeasure], accepted: Measure, channels: [LabelledMeasure]
  ) {
    self.read = read
    self.setAside = setAside
    self.accepted = accepted
    self.channels = channels
  }
}
