import DialogueModel

/// Tells which tool wrote a file from what stands in it, never from its name.
struct ToolRecognition: Sendable {
  let profiles: [SourceProfile]

  /// What was told.
  struct Result: Sendable {
    var name: String?
    var profile: SourceProfile
    var confidence: InspectedFile.Confidence
    var why: String
    /// The number of header rows that the tool writes, where it is known.
    var headerRows: Int?
    /// Whether the rows themselves show that number, so that it is not asked again.
    var showsHeaderRows = false
    /// Paths that the tool writes for itself, where no profile says so.
    var technical: [String] = []

    var shown: InspectedFile.Tool {
      InspectedFile.Tool(name: name, profile: profile.id, confidence: confidence, why: why)
    }
  }

  /// A name that is this long belongs to few tools; shorter ones, such as `id` and `date`, stand
  /// in the files of many and tell nothing alone.
  static let tellingLength = 8

  // MARK: Tables

  /// The tool that wrote a table, from its first rows.
  func table(_ rows: [[String]]) -> Result {
    let names = HeaderRows.join(Array(rows.prefix(1)))
    let present = Set(names.map(Self.spaced))
    if let found = bySignature(names, present) ?? Self.bySign(rows, present, generic(.csv)) {
      return found
    }
    if let found = byNames(names) ?? bySubquestions(names) { return found }
    return Result(
      name: nil, profile: generic(.csv), confidence: .none,
      why: "no column has a name that tells the tool")
  }

  private func bySignature(_ names: [String], _ present: Set<String>) -> Result? {
    for profile in profiles where profile.container == .csv && !profile.signature.isEmpty {
      guard profile.signature.allSatisfy({ present.contains(Self.spaced($0)) }) else { continue }
      // With the rest of what the tool writes of its own accord, in the order of the file.
      let own = Set(
        (profile.signature + profile.idColumns + profile.timeColumns + profile.technical)
          .map(Self.spaced))
      let shown = names.map(Self.spaced).filter(own.contains)
      return Result(
        name: profile.label, profile: profile, confidence: .certain,
        why: shown.prefix(6).joined(separator: ", "), headerRows: profile.headerRows)
    }
    return nil
  }

  // Headers with full question texts and translated names have only a part of the signature.
  private func byNames(_ names: [String]) -> Result? {
    var best: (result: Result, score: Int)?
    for profile in profiles where profile.container == .csv {
      let own = profile.signature + profile.idColumns + profile.timeColumns + profile.technical
      let telling = Set(own.map(Self.spaced)).filter { $0.count >= Self.tellingLength }
      let found = names.map(Self.spaced).filter(telling.contains)
      guard let first = found.first, first == Self.spaced(names.first { !$0.isEmpty } ?? "")
      else { continue }
      let isID = profile.idColumns.contains { Self.spaced($0) == first }
      let isCertain = isID && found.count >= 3
      guard found.count > (best?.score ?? 0) else { continue }
      let result = Result(
        name: profile.label, profile: profile, confidence: isCertain ? .certain : .likely,
        why: found.prefix(6).joined(separator: ", "), headerRows: profile.headerRows)
      best = (result, found.count)
    }
    return best?.result
  }

  // LimeSurvey writes a sub-question as CODE[SQ001].
  private func bySubquestions(_ names: [String]) -> Result? {
    guard let profile = profiles.first(where: { $0.id == "limesurvey" }) else { return nil }
    let found = names.filter { $0.wholeMatch(of: /[A-Za-z]\w*\[SQ\d{3}\]/) != nil }
    guard let first = found.first, found.count >= 2 else { return nil }
    return Result(
      name: profile.label, profile: profile, confidence: .likely,
      why: "\(found.count) sub-questions such as \(first)", headerRows: profile.headerRows)
  }

  /// The names that recognise a tool without a profile; all of them have to be there.
  private static let signs: [(tool: String, names: [String])] = [
    ("Qualtrics", ["StartDate", "EndDate", "RecordedDate", "ResponseId"]),
    ("Pol.is", ["comment-id", "comment-body", "agrees", "disagrees"]),
    ("Pol.is", ["participant", "xid", "group-id", "n-comments", "n-votes"]),
    ("Microsoft Forms", ["Start time", "Completion time"]),
    ("Microsoft Forms", ["Starttid", "Slutförandetid"]),
    ("KoBoToolbox", ["_id", "_uuid", "_submission_time"]),
  ]

  private static func bySign(
    _ rows: [[String]], _ present: Set<String>, _ generic: SourceProfile
  ) -> Result? {
    for sign in signs where sign.names.allSatisfy(present.contains) {
      return Result(
        name: sign.tool, profile: generic, confidence: .certain,
        why: sign.names.joined(separator: ", "))
    }
    if rows.count > 1, rows[0].first == "V1", rows[1].first == "ResponseID" {
      return Result(
        name: "Qualtrics", profile: generic, confidence: .certain,
        why: "V1 with ResponseID below, as its older exports have", headerRows: 2,
        showsHeaderRows: true)
    }
    let decidim = present.filter { $0.hasPrefix("decidim_") }.sorted()
    guard decidim.count >= 2 else { return nil }
    return Result(
      name: "Decidim", profile: generic, confidence: .likely,
      why: decidim.prefix(4).joined(separator: ", "))
  }

  // MARK: XML

  /// The tool that wrote an XML file, from its namespaces and paths.
  func xml(root: String?, namespaces: Set<String>, paths: Set<String>) -> Result {
    for profile in profiles where profile.container == .xml {
      if let namespace = profile.namespaces.first(where: namespaces.contains) {
        return Result(
          name: profile.label, profile: profile, confidence: .certain,
          why: "namespace \(namespace)")
      }
      // A file that lost its namespace still has the tool's elements.
      let ends = profile.signature.map { "/" + (profile.record ?? "") + "/" + $0 }
      if !ends.isEmpty, ends.allSatisfy({ end in paths.contains { $0.hasSuffix(end) } }) {
        return Result(
          name: profile.label, profile: profile, confidence: .likely,
          why: "elements \(profile.signature.joined(separator: ", ")), without the namespace")
      }
    }
    func other(
      _ name: String, _ confidence: InspectedFile.Confidence, _ why: String
    ) -> Result {
      Result(
        name: name, profile: generic(.xml), confidence: confidence, why: why,
        technical: Self.technical[name] ?? [])
    }
    let openRosa = namespaces.filter { Self.openRosaNamespaces.contains($0) }.sorted()
    if let namespace = openRosa.first {
      return other("OpenRosa", .certain, "namespace \(namespace)")
    }
    guard let root else {
      return Result(
        name: nil, profile: generic(.xml), confidence: .none, why: "no element was read")
    }
    if paths.contains("/\(root)/meta/instanceID") {
      return other("OpenRosa", .likely, "element meta/instanceID")
    }
    if paths.contains("/\(root)/@data-format-version") {
      return other("Orbeon Forms", .certain, "attribute data-format-version of the root element")
    }
    if root == "document", paths.contains("/document/LimeSurveyDocType") {
      return other("LimeSurvey", .certain, "element LimeSurveyDocType")
    }
    return Result(
      name: nil, profile: generic(.xml), confidence: .none,
      why: "no namespace or element tells the tool")
  }

  // OpenRosa's id is that of the form, and not of the answer.
  private static let technical = [
    "OpenRosa": ["@id", "@version", "@isComplete", "@markedAsCompleteDate"],
    "Orbeon Forms": ["@data-format-version", "**/@relevant"],
  ]

  private static let openRosaNamespaces: Set<String> = [
    "http://openrosa.org/xforms", "http://opendatakit.org/submissions",
  ]

  /// The profile that takes any file of a kind.
  func generic(_ container: SourceProfile.Container) -> SourceProfile {
    let id = container == .xml ? "generic-xml" : "generic-csv"
    return profiles.first { $0.id == id }
      ?? SourceProfile(id: id, label: id, container: container)
  }

  // Names are compared with their case: `Timestamp` is Google's, `timestamp` anybody's.
  private static func spaced(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
