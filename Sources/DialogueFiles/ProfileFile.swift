import DialogueModel

/// A profile file: how a survey tool or a platform writes its exports.
public struct ProfileFile: Sendable, Equatable {
  /// The profile.
  public var profile: SourceProfile

  /// The keys that the file may have, by block.
  public static let keys: [String: [String]] = [
    "": ["profile"],
    "profile": [
      "id", "label", "container", "recognise", "notSubmissions", "headerRows", "headers", "record",
      "valueExcept", "keyed", "skippedWhere", "idColumns", "timeColumns", "latestBy", "dateOrder",
      "completionColumns", "incompleteValues", "timeSentinels", "choiceSeparator", "braceEscapes",
      "optionSeparator", "personal", "technical", "anonymity",
    ],
    "profile.recognise[]": ProfileSignReader.keys + ["certainty"],
    "profile.notSubmissions[]": ProfileSignReader.keys + ["kind"],
    "profile.headers[]": ProfileHeaderReader.keys,
    "profile.keyed": ["element", "key", "value", "lookup"],
    "profile.keyed.lookup": ["element", "key", "name"],
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
    let signs = ProfileSignReader(isXML: container == .xml)
    profile.recognise = part.blocks("recognise", keys: keys["profile.recognise[]"] ?? [])
      .compactMap(signs.recognition)
    profile.notSubmissions =
      part.blocks("notSubmissions", keys: keys["profile.notSubmissions[]"] ?? [])
      .compactMap(signs.notSubmissions)
    profile.headers = ProfileHeaderReader(part: part).read()
    profile.record = part.string("record")
    profile.valueExcept = part.strings("valueExcept")
    profile.keyed = keyed(part)
    profile.skippedWhere = Dictionary(
      part.pairs("skippedWhere").map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first }
    )
    profile.idColumns = part.strings("idColumns")
    profile.timeColumns = part.strings("timeColumns")
    profile.latestBy = part.strings("latestBy")
    profile.dateOrder =
      part.choice("dateOrder", SourceProfile.DateOrder.self) ?? profile.dateOrder
    profile.completionColumns = part.strings("completionColumns")
    profile.incompleteValues = part.lists("incompleteValues")
    profile.timeSentinels = part.strings("timeSentinels")
    profile.braceEscapes = part.bool("braceEscapes") ?? false
    profile.choiceSeparator = part.verbatim("choiceSeparator")
    profile.optionSeparator = part.verbatim("optionSeparator")
    profile.personal = part.strings("personal")
    profile.technical = part.strings("technical")
    profile.anonymity = part.lists("anonymity")
    check(part, container)
    guard id != nil, label != nil, container != nil else { return nil }
    return ProfileFile(profile: profile)
  }

  private static func check(_ part: YAMLBlock, _ container: SourceProfile.Container?) {
    if container != .xml {
      for key in ["record", "valueExcept", "keyed", "skippedWhere"] where part.has(key) {
        part.invalid(key, "is for XML only", remedy: "Remove the line, or write container: xml.")
      }
    }
    if container != .csv {
      for key in ["headerRows", "headers", "optionSeparator"] where part.has(key) {
        part.invalid(key, "is for tables only", remedy: "Remove the line, or write container: csv.")
      }
    }
  }

  private static func keyed(_ part: YAMLBlock) -> SourceProfile.Keyed? {
    guard let block = part.block("keyed", keys: keys["profile.keyed"] ?? []) else { return nil }
    let element = block.requiredString("element")
    let key = block.requiredString("key")
    let value = block.requiredString("value")
    var lookup: SourceProfile.Keyed.Lookup?
    if let place = block.block("lookup", keys: keys["profile.keyed.lookup"] ?? []) {
      let element = place.requiredString("element")
      let key = place.requiredString("key")
      let name = place.requiredString("name")
      if let element, let key, let name {
        lookup = SourceProfile.Keyed.Lookup(element: element, key: key, name: name)
      }
    }
    guard let element, let key, let value else { return nil }
    return SourceProfile.Keyed(element: element, key: key, value: value, lookup: lookup)
  }
}
