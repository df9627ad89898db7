extension AnnexContent {
  /// What was answered to a closed question in one channel (*frågor med fasta svar*).
  ///
  /// The unit is submissions. Where several answers could be chosen, each counts once, so that
  /// they sum to more than those who answered.
  public struct ClosedAnswers: Sendable, Equatable {
    /// One of the answers.
    public struct Option: Sendable, Equatable {
      /// The answer.
      public var label: String
      /// The number of submissions.
      public var count: Int
      /// The weighted share of those who answered, from 0 to 1; `nil` when nothing is weighted.
      public var weighted: Double?
      /// Half the width of the 95 % interval of the weighted share; only for a channel whose
      /// participants were drawn by lot.
      public var error: Double?
      /// The number of submissions by group, such as `age/16-24`; `age/` counts those who did
      /// not say.
      public var groups: [String: Int]

      /// Makes an answer.
      public init(
        label: String, count: Int, weighted: Double? = nil, error: Double? = nil,
        groups: [String: Int] = [:]
      ) {
        self.label = label
        self.count = count
        self.weighted = weighted
        self.error = error
        self.groups = groups
      }
    }

    /// The key of the channel.
    public var channel: String
    /// The column's or the path's name.
    public var name: String
    /// The question in words; the name when there are none.
    public var label: String
    /// The number of submissions of the sources that ask the question, without organisations.
    public var asked: Int
    /// The number of organisations that were asked; their answers are not counted here.
    public var organisations: Int
    /// The number of submissions with an answer.
    public var answered: Int
    /// The same by group, as in an option.
    public var answeredGroups: [String: Int]
    /// The answers, in the order to print them.
    public var options: [Option]
    /// Whether there are so many different answers that they are not counted one by one.
    public var isOpen: Bool
    /// Whether the internal edition has weighted shares.
    public var isWeighted: Bool

    /// Whether somebody chose more than one answer.
    public var isMultiple: Bool { options.reduce(0) { $0 + $1.count } > answered }

    /// Makes what was answered.
    public init(
      channel: String, name: String, label: String, asked: Int, organisations: Int = 0,
      answered: Int,
      answeredGroups: [String: Int] = [:], options: [Option], isOpen: Bool = false,
      isWeighted: Bool = false
    ) {
      self.channel = channel
      self.name = name
      self.label = label
      self.asked = asked
      self.organisations = organisations
      self.answered = answered
      self.answeredGroups = answeredGroups
      self.options = options
      self.isOpen = isOpen
      self.isWeighted = isWeighted
    }
  }
}
