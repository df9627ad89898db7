import DialogueModel

/// A profile file: how a survey tool or a platform writes its exports.
public struct ProfileFile: Sendable, Equatable {
  /// The profile.
  public var profile: SourceProfile

  /// The keys that the file may have, by block.
  public static let keys: [String: [String]] = [
    "": ["profile"],
    "profile": [
      "id", "label", "container", "headerRows", "signature", "namespaces", "record", "valueExcept",
      "idColumns", "timeColumns", "dateOrder", "completionColumns", "timeSentinels", "personal",
      "technical", "anonymity",
    ],
  ]

  /// Reads a profile.
  public static func load(text: String, file: String) -> (ProfileFile?, [Finding]) {
    YAMLFile.read(text, file: file, title: "the profile", keys: keys[""] ?? []) { root in
      guard root.require("profile"), let part = root.block("profile", keys: keys["profile"] ?? [])
      else { return nil }
      return read(part)
    }
  }

  private static func read(_ part: YAMLBlock) -> ProfileFile? {
    let id = part.identifier("id")
    let label = part.requiredString("label")
    let container =
      part.require("container") ? part.choice("container", SourceProfile.Container.self) : nil
    var profile = SourceProfile(id: id ?? "", label: label ?? "", container: container ?? .csv)
    profile.headerRows = part.int("headerRows", in: 0...9) ?? profile.headerRows
    profile.signature = part.strings("signature")
    profile.namespaces = part.strings("namespaces")
    profile.record = part.string("record")
    profile.valueExcept = part.strings("valueExcept")
    profile.idColumns = part.strings("idColumns")
    profile.timeColumns = part.strings("timeColumns")
    profile.dateOrder =
      part.choice("dateOrder", SourceProfile.DateOrder.self) ?? profile.dateOrder
    profile.completionColumns = part.strings("completionColumns")
    profile.timeSentinels = part.strings("timeSentinels")
    profile.personal = part.strings("personal")
    profile.technical = part.strings("technical")
    profile.anonymity = part.lists("anonymity")
    if container != .xml {
      for key in ["namespaces", "record", "valueExcept"] where part.has(key) {
        part.invalid(key, "is for XML only", remedy: "Remove the line, or write container: xml.")
      }
    }
    guard id != nil, label != nil, container != nil else { return nil }
    return ProfileFile(profile: profile)
  }
}
