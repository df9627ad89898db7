/// A noun that follows a number, in both its forms.
public struct Noun: Sendable, Equatable, Codable {
  /// The form after 1.
  public var singular: String
  /// The form after any other number.
  public var plural: String

  /// Makes a noun.
  public init(_ singular: String, _ plural: String) {
    self.singular = singular
    self.plural = plural
  }

  /// The form that a count asks for; the plural when the count is hidden.
  public func form(for value: FigureValue?) -> String {
    value?.wholeNumber == 1 ? singular : plural
  }

  static let submissions = Noun("inlämning", "inlämningar")
  static let viewpoints = Noun("synpunkt", "synpunkter")
  static let records = Noun("post", "poster")
  static let persons = Noun("person", "personer")
  static let tags = Noun("tagg", "taggar")
  static let themes = Noun("tema", "teman")
  static let cases = Noun("fall", "fall")
  static let sources = Noun("källa", "källor")
  static let proposals = Noun("förslag", "förslag")
  static let spans = Noun("uppgift", "uppgifter")
  static let duties = Noun("krav", "krav")
}
