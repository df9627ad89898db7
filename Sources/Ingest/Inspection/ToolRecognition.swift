import DialogueModel

/// Tells which tool wrote a file from what stands in it, never from its name.
///
/// What shows a tool is data of its profile. Where the signs of several profiles are there, one
/// that is certain goes before one that is likely; then the one that stands in a lower row of the
/// header, because more of the file fits it; then the one with more marks.
struct ToolRecognition: Sendable {
  let profiles: [SourceProfile]

  init(profiles: [SourceProfile]) { self.profiles = profiles.sorted { $0.id < $1.id } }

  /// What was told.
  struct Result: Sendable {
    var name: String?
    var profile: SourceProfile
    var confidence: InspectedFile.Confidence
    var why: String
    /// What a file without submissions is, by the profile.
    var kind: NotSubmissions.Kind?
    /// The names of other tools that the file could as well be from.
    var ties: [String] = []

    var shown: InspectedFile.Tool {
      InspectedFile.Tool(name: name, profile: profile.id, confidence: confidence, why: why)
    }
  }

  /// What stands in an XML file.
  struct XMLFacts {
    /// The root element.
    var root: String?
    /// All namespaces of elements.
    var namespaces: Set<String>
    /// All paths from the root.
    var paths: Set<String>
    /// The text of an element near the beginning.
    var text: (String) -> String?
  }

  /// A sign that is there.
  private struct Match {
    let profile: SourceProfile
    let sign: RecognitionSign
    let kind: NotSubmissions.Kind?
    let found: [String]

    var isCertain: Bool { sign.certainty == .certain }

    func isBetter(than other: Match) -> Bool {
      if isCertain != other.isCertain { return isCertain }
      if sign.mark.row != other.sign.mark.row { return sign.mark.row > other.sign.mark.row }
      return found.count > other.found.count
    }
  }

  // MARK: Tables

  /// The tool that wrote a table, from its first rows.
  func table(_ rows: [[String]]) -> Result {
    let first = FirstRows(rows)
    let match = best(.csv) { $0.found(in: first) }
    guard let match else {
      return Result(
        name: nil, profile: generic(.csv), confidence: .none,
        why: "no column has a name that tells the tool")
    }
    return result(match.best, ties: match.ties, why: Self.words(match.best, first))
  }

  /// Whether a table has anything of what a profile's tool writes; true where that is unknown.
  static func leavesTrace(_ profile: SourceProfile, in rows: [[String]]) -> Bool {
    let marks = profile.recognise.map(\.mark).filter { !$0.isEmpty }
    let first = FirstRows(rows)
    return marks.isEmpty || marks.contains { $0.leavesTrace(in: first) }
  }

  // With the rest of what the tool writes of its own accord, in the order of the file.
  private static func words(_ match: Match, _ first: FirstRows) -> String {
    let mark = match.sign.mark
    guard mark.row == 1, mark.pattern == nil, match.sign.keys.isEmpty, let top = first.cells.first
    else {
      let shown = match.found.prefix(4).map(HeaderMap.short).joined(separator: ", ")
      return mark.row == 1 ? shown : "row \(mark.row) has \(shown)"
    }
    let profile = match.profile
    let own = match.found + profile.idColumns + profile.timeColumns + profile.technical
    let known = Set(own.map(HeaderMap.fold))
    return top.filter { known.contains(HeaderMap.fold($0)) }.prefix(6)
      .map(HeaderMap.short).joined(separator: ", ")
  }

  // MARK: XML

  /// The tool that wrote an XML file, from its root, namespaces and paths.
  func xml(_ facts: XMLFacts) -> Result {
    guard facts.root != nil else {
      return Result(
        name: nil, profile: generic(.xml), confidence: .none, why: "no element was read")
    }
    guard let match = best(.xml, { $0.found(in: facts) }) else {
      return Result(
        name: nil, profile: generic(.xml), confidence: .none,
        why: "no namespace or element tells the tool")
    }
    let why = match.best.found.prefix(4).joined(separator: ", ")
    return result(match.best, ties: match.ties, why: why)
  }

  // MARK: The best

  private func best(
    _ container: SourceProfile.Container, _ find: (RecognitionSign) -> [String]?
  ) -> (best: Match, ties: [Match])? {
    var matches: [Match] = []
    for profile in profiles where profile.container == container {
      for sign in profile.recognise {
        guard let found = find(sign) else { continue }
        matches.append(Match(profile: profile, sign: sign, kind: nil, found: found))
      }
      for rule in profile.notSubmissions {
        guard let found = find(rule.sign) else { continue }
        matches.append(Match(profile: profile, sign: rule.sign, kind: rule.kind, found: found))
      }
    }
    guard var best = matches.first else { return nil }
    for match in matches.dropFirst() where match.isBetter(than: best) { best = match }
    let ties = matches.filter { $0.profile.id != best.profile.id && !best.isBetter(than: $0) }
    return (best, ties)
  }

  private func result(_ match: Match, ties: [Match], why: String) -> Result {
    var others: [String] = []
    for tie in ties where !others.contains(tie.profile.label) { others.append(tie.profile.label) }
    let doubt = others.isEmpty ? "" : "; it could as well be \(others.joined(separator: ", "))"
    // Where another tool fits as well, nothing is certain.
    let isCertain = match.isCertain && others.isEmpty
    return Result(
      name: match.profile.label, profile: match.profile,
      confidence: isCertain ? .certain : .likely, why: why + doubt, kind: match.kind,
      ties: others)
  }

  /// The profile that takes any file of a kind.
  func generic(_ container: SourceProfile.Container) -> SourceProfile {
    let id = container == .xml ? "generic-xml" : "generic-csv"
    return profiles.first { $0.id == id }
      ?? SourceProfile(id: id, label: id, container: container)
  }
}
