/// What was noticed in the values of one column, as numbers.
///
/// They count what was read, records that were set aside afterwards included.
public struct XMLColumnCount: Sendable, Hashable {
  /// The values of flowing text that held markup, which is taken away: elements with names of
  /// HTML, or elements with text before or after them.
  public var markup = 0
  /// The values of flowing text with a less-than sign in the text itself before a letter or a
  /// slash, as escaped HTML has; it is left as it stands.
  public var escapedMarkup = 0
  /// The elements of which only their own text was taken, though elements in them held text that
  /// nothing took: its paths are among ``XMLRecordReader/untakenPaths``.
  public var untakenText = 0

  /// Makes counts of zero.
  public init() {}
}
