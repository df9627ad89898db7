/// A viewpoint as the register holds it.
public struct StoredViewpoint: Sendable, Equatable {
  /// The bits of a row's id that hold the place in the submission.
  static let ordinalBits = 16

  /// The submission's number in the order of acceptance.
  public var submission: Int
  /// Its place in the submission, from 1.
  public var ordinal: Int
  /// The question's number.
  public var question: Int
  /// The normalised and masked text.
  public var text: String
  /// How the text was changed from the original, packed.
  public var edits: [UInt8]
  /// What was masked, packed.
  public var masks: [UInt8]
  /// The tags with evidence, packed.
  public var tags: [UInt8]
}
