/// What must be true for a duty of the policy to be met, in terms of named facts.
///
/// The names of the facts, such as `period.through`, are those of the Policy room.
public indirect enum DutyRule: Sendable, Equatable {
  /// The fact is known.
  case present(String)
  /// The first day comes before the second.
  case before(String, String)
  /// The first day comes before the second or is the same.
  case notAfter(String, String)
  /// The fact is this word, compared without case.
  case equals(String, String)
  /// The fact holds one of the words, compared without case.
  case mentions(String, [String])
  /// There are at least so many.
  case atLeast(String, Int)
  /// All of the second are among the first: met when all are, partly when some are.
  case share(String, of: String)
  /// The fact is a yes.
  case isTrue(String)
  /// Every part is met; partly when some are.
  case all([DutyRule])
  /// One part is met.
  case any([DutyRule])
  /// Only a person can tell.
  case person

  /// The names of all facts that the rule asks for, in its order.
  public var facts: [String] {
    switch self {
    case .present(let fact), .equals(let fact, _), .mentions(let fact, _), .atLeast(let fact, _),
      .isTrue(let fact):
      [fact]
    case .before(let first, let second), .notAfter(let first, let second),
      .share(let first, let second):
      [first, second]
    case .all(let parts), .any(let parts): parts.flatMap(\.facts)
    case .person: []
    }
  }
}
