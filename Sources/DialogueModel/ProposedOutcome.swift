/// What the officials propose for a group of viewpoints (*utfall*).
public enum ProposedOutcome: String, Sendable, CaseIterable, Codable {
  /// *Tillgodoses*.
  case granted
  /// *Tillgodoses delvis*.
  case partly
  /// *Tillgodoses inte*.
  case notGranted = "not-granted"
  /// *Lämnas vidare*, to someone else who decides.
  case passedOn = "passed-on"
  /// *Utanför ramarna*; the answer must name the limit.
  case outsideFrame = "outside-frame"

  /// The Swedish words.
  public var label: String {
    switch self {
    case .granted: "Tillgodoses"
    case .partly: "Tillgodoses delvis"
    case .notGranted: "Tillgodoses inte"
    case .passedOn: "Lämnas vidare"
    case .outsideFrame: "Utanför ramarna"
    }
  }
}
