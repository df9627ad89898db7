/// The respondents whose category of a variable is not known, and what was done with them.
///
/// They are a category of their own that keeps the share it has before raking, and the figures of
/// the known categories are for the rest. That way nobody is dropped, and the result does not
/// depend on the order of the variables. (R's *anesrake* lets the share drift with the other
/// margins, which makes the result depend on their order.)
public struct MissingCategory: Sendable, Equatable {
  /// The variable.
  public var variable: String
  /// How many respondents there are.
  public var count: Int
  /// Their share of the start weights, which they keep.
  public var share: Double

  /// Makes an account of the unknown.
  public init(variable: String, count: Int, share: Double) {
    self.variable = variable
    self.count = count
    self.share = share
  }
}
