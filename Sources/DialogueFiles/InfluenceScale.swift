/// A scale for how much participants can influence (*grad av påverkan*), such as `skr5`.
public struct InfluenceScale: Sendable, Equatable {
  /// The key, such as `skr5`.
  public var id: String
  /// The name in Swedish.
  public var label: String
  /// The steps, from the least influence to the most.
  public var steps: [Step]

  /// A step of a scale.
  public struct Step: Sendable, Equatable {
    /// The name in Swedish, such as *Konsultation*.
    public var name: String
    /// What the step promises participants, as a sentence in Swedish.
    public var promise: String
    /// Whether a citizen dialogue can stand on this step: mere information cannot.
    public var isDialogue: Bool

    /// Makes a step.
    public init(name: String, promise: String, isDialogue: Bool = true) {
      self.name = name
      self.promise = promise
      self.isDialogue = isDialogue
    }
  }

  /// Makes a scale.
  public init(id: String, label: String, steps: [Step]) {
    self.id = id
    self.label = label
    self.steps = steps
  }
}
