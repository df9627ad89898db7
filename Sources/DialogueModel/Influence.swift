/// How much participants could influence (*grad av påverkan*), and the frame around it.
public struct Influence: Sendable, Equatable {
  /// The scale that the step belongs to, such as `skr5`.
  public var scale: String?
  /// The step's name in Swedish, such as *Konsultation*.
  public var step: String?
  /// Which step it is, counted from 1.
  public var stepNumber: Int?
  /// How many steps the scale has.
  public var stepCount: Int?
  /// What the step promises participants, as a sentence.
  public var promise: String?
  /// What could be influenced.
  public var open: [String]
  /// What could not be influenced, each limit with its own key.
  public var limits: [FrameLimit]

  /// Makes a degree of influence in which nothing is known.
  public init() {
    open = []
    limits = []
  }
}
