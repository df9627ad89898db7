/// A theme suggested for a text (*föreslaget tema*), with its score.
public struct TaggedTheme: Sendable, Equatable {
  /// The number of the theme, counted from 0 in the codebook's order.
  public let theme: Int
  /// The sum of the weights of the theme's distinct terms that were found.
  public let score: Int
  /// Where the theme's hits stand in ``TagResult/hits``.
  public let hits: Range<Int>
}
