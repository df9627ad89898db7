/// What stands in the way of weights, with the variable and the category that it is about.
///
/// It names categories and positions, and never holds a respondent's answer.
public struct RakingRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  /// Why there are no weights.
  public var reason: RakingRefusalReason
  /// The variable concerned; without convergence, that of the category furthest from its figure.
  public var variable: String?
  /// The category concerned.
  public var category: String?
  /// The position, from 0, of the cell or respondent concerned.
  public var position: Int?
  /// The largest relative error of a margin when the work was given up.
  public var marginError: Double?
  /// The cycles done when the work was given up.
  public var cycles: Int?

  /// Makes a refusal.
  public init(
    _ reason: RakingRefusalReason, variable: String? = nil, category: String? = nil,
    position: Int? = nil, marginError: Double? = nil, cycles: Int? = nil
  ) {
    self.reason = reason
    self.variable = variable
    self.category = category
    self.position = position
    self.marginError = marginError
    self.cycles = cycles
  }

  /// The refusal in one line: what is wrong, where, what to do, and the reason's key.
  public var description: String {
    var words = problem
    if let variable { words += ", variable \(variable)" }
    if let category { words += ", category \(category)" }
    if let position { words += ", position \(position)" }
    if let marginError { words += ", margin error \(marginError)" }
    if let cycles { words += " after \(cycles) cycles" }
    return "\(words). \(remedy) (\(reason.rawValue))"
  }

  private var problem: String {
    switch reason {
    case .noMargins: "there is no margin"
    case .noRespondents: "there is no respondent"
    case .noCategories: "the margin has no category"
    case .duplicateVariable: "two margins have the same name"
    case .duplicateCategory: "two categories have the same name"
    case .invalidTarget: "the figure is not a number above 0"
    case .respondentsWithoutTarget: "somebody answered from a category with the figure 0"
    case .categoryWithoutRespondents: "nobody answered from the category"
    case .invalidCell: "the cell does not fit the margins or has no respondent"
    case .invalidStartWeight:
      "the start weight is not a number above 0, or next to nothing beside the largest"
    case .columnsDiffer: "the columns differ in length or are not one for each margin"
    case .unknownCode: "the code is no category of the margin"
    case .tooManyCombinations: "there are too many combinations of categories"
    case .contradictoryMargins: "no weights of those who answered give all the margins"
    case .noConvergence: "the margins were not met"
    case .invalidBounds: "the bounds are not numbers from 0 with 1 between them"
    case .startWeightOutsideBounds: "the start weight is at or beyond the bounds"
    case .tooManyCategories: "there are too many categories"
    }
  }

  private var remedy: String {
    switch reason {
    case .categoryWithoutRespondents, .contradictoryMargins, .noConvergence:
      "Merge categories, or weight by fewer variables."
    case .respondentsWithoutTarget, .invalidTarget:
      "Correct the figure, merge the category with another, or leave it out."
    case .tooManyCombinations, .tooManyCategories: "Weight by fewer variables or categories."
    case .invalidBounds, .startWeightOutsideBounds: "Choose wider bounds."
    case .noRespondents: "Show the result without weights."
    default: "Correct the input."
    }
  }
}
