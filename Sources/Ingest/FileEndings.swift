import DialogueModel

/// Which files of a folder or of an archive belong to a source, by the endings of their names.
///
/// A file that a source names itself is read whatever it is called.
package enum FileEndings {
  /// Whether a name ends as the files of such a source do.
  static func fits(_ name: String, _ container: SourceProfile.Container) -> Bool {
    let name = name.lowercased()
    // An archive may hold any of them, and is looked into.
    if name.hasSuffix(".zip") || name.hasSuffix(".lsa") { return true }
    let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    return endings(container).contains { plain.hasSuffix($0) }
  }

  /// Whether a name is one that an operating system or an open program gives to files of its own.
  package static func isClutter(_ name: some StringProtocol) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$")
      || ["thumbs.db", "desktop.ini", "__macosx"].contains(name.lowercased())
  }

  private static func endings(_ container: SourceProfile.Container) -> [String] {
    switch container {
    case .csv: [".csv", ".tsv", ".tab", ".txt", ".xlsx", ".ods"]
    case .xml: [".xml", ".lsr"]
    case .notes: [".md", ".txt"]
    }
  }
}
