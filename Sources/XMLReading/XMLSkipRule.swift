/// Elements that are to be read as if they were not there, known by an attribute.
///
/// Orbeon marks the fields that a condition of the form hid with `fr:relevant="false"`; what such
/// a field holds was never the answer: `XMLSkipRule(attribute: "relevant", value: "false")`.
public struct XMLSkipRule: Sendable, Hashable {
  /// The local name of the attribute; prefix and namespace make no difference.
  public var attribute: String
  /// The value, without blanks at its ends.
  public var value: String

  /// Makes a rule.
  public init(attribute: String, value: String) {
    self.attribute = attribute
    self.value = value
  }
}
