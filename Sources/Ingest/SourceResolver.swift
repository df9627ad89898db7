import DialogueModel
import Foundation

/// Finds the files that a dialogue's sources name.
public struct SourceResolver: Sendable {
  /// The dialogue's folder.
  public var folder: String
  /// The profiles known, by key.
  public var profiles: [String: SourceProfile]
  /// How large the files may be, and how many.
  public var limits: SourceLimits

  /// Makes a resolver.
  public init(
    folder: String, profiles: [String: SourceProfile], limits: SourceLimits = SourceLimits()
  ) {
    self.folder = folder
    self.profiles = profiles
    self.limits = limits
  }

  /// The files of the sources, each source's in the order of their paths.
  public func resolve(
    _ declarations: [SourceDeclaration], dialogueFile: String
  ) -> (files: [SourceFile], findings: [Finding]) {
    var files: [SourceFile] = []
    var findings: [Finding] = []
    var seen = Set<String>()
    for declaration in declarations {
      let place = Place(file: dialogueFile, line: declaration.line)
      guard let profile = profiles[declaration.profile] else {
        let known = profiles.keys.sorted().joined(separator: ", ")
        findings.append(
          Finding(
            .profileUnknown, at: place, "there is no profile \"\(declaration.profile)\"",
            consequence: "The source \(declaration.path) is not read.",
            remedy: "Use one of: \(known)."))
        continue
      }
      let match = match(spelled(declaration.path), container: profile.container)
      findings += match.overlooked
      if match.paths.isEmpty {
        findings.append(nothing(declaration, place, isFolder: match.isFolder))
      }
      findings += [Self.leftAside(match.skipped, declaration)].compactMap(\.self)
      for path in match.paths {
        let stored = storedPath(path)
        let file = SourceFile(
          path: path, absolutePath: folder + "/" + stored,
          member: stored == path ? nil : String(path.dropFirst(stored.count + 1)),
          declaration: declaration, profile: profile)
        let (members, found) = ArchiveListing(limits: limits).files(of: file)
        findings += found
        for var member in members {
          if let sheet = declaration.sheet { member.path += "/" + sheet }
          // The same file may be named as a.csv and ./a.csv, or through a link.
          let real = URL(fileURLWithPath: member.absolutePath).resolvingSymlinksInPath()
            .standardizedFileURL.path
          guard seen.insert(real + (member.part.map { "/" + $0 } ?? "")).inserted else {
            findings.append(
              Finding(
                .sourceRepeated, at: Place(file: member.path),
                "the file is named by more than one source",
                consequence: "It is read once, as the first of them says.",
                remedy: "Take it out of the source in \(place)."))
            continue
          }
          files.append(member)
        }
      }
    }
    if files.count > limits.files {
      findings.append(
        Finding(
          .limitExceeded, at: Place(file: dialogueFile),
          "the sources have \(files.count) files, and the limit is \(limits.files)",
          consequence: "Nothing is read.",
          remedy: "See that the paths are right. Raise limits.files if they are."))
    }
    return (files, findings)
  }

  /// Whether a declared path, folder or glob is the one that a file was found by.
  public static func isFound(_ path: String, by declared: String) -> Bool {
    let folder = clean(declared)
    if path == declared || path.hasPrefix(folder + "/") { return true }
    // A file in an archive is found by the archive's path.
    var part = Substring(path)
    while true {
      if fits(String(part), declared) { return true }
      guard let slash = part.lastIndex(of: "/") else { return false }
      part = part[..<slash]
    }
  }

  private func nothing(
    _ declaration: SourceDeclaration, _ place: Place, isFolder: Bool
  ) -> Finding {
    if isFolder {
      return Finding(
        .sourceNothingFound, at: Place(file: declaration.path),
        "the folder has no file whose name ends as those of the profile \(declaration.profile)",
        consequence: "The source is not read.",
        remedy: "See what the folder holds with inspel inspect, and name the right profile or a "
          + "single file.")
    }
    let isPattern = declaration.path.contains(where: { "*?[".contains($0) })
    return Finding(
      isPattern ? .sourceNothingFound : .fileMissing,
      at: isPattern ? place : Place(file: declaration.path),
      isPattern
        ? "no file matches \"\(declaration.path)\"" : "the file or folder is not there",
      consequence: "The source is not read.",
      remedy: "Put the file in place, or correct the path in \(place).")
  }

  /// What a declared path stands for.
  private struct Match {
    var paths: [String] = []
    var isFolder = false
    /// Files of the folder that have other endings.
    var skipped: [String] = []
    /// What of the folder cannot be looked into.
    var overlooked: [Finding] = []
  }

  /// A file, the files of a folder by the container's endings, or what a glob matches.
  private func match(_ path: String, container: SourceProfile.Container) -> Match {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    if manager.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder) {
      guard isFolder.boolValue else { return Match(paths: [path]) }
      let (all, overlooked) = listing(path)
      return Match(
        paths: all.filter { FileEndings.fits($0, container) }, isFolder: true,
        skipped: all.filter { !FileEndings.fits($0, container) }, overlooked: overlooked)
    }
    let stored = storedPath(path)
    if stored != path {
      let pattern = path.dropFirst(stored.count + 1)
      guard pattern.contains(where: { "*?[".contains($0) }) else { return Match(paths: [path]) }
      let names = (try? ArchiveListing(limits: limits).members(of: folder + "/" + stored)) ?? []
      return Match(paths: names.map { stored + "/" + $0 }.filter { Self.fits($0, path) })
    }
    guard path.contains(where: { "*?[".contains($0) }) else { return Match() }
    let base = path.split(separator: "/", omittingEmptySubsequences: false)
      .prefix { !$0.contains(where: { "*?[".contains($0) }) }.joined(separator: "/")
    return Match(
      paths: listing(base.isEmpty ? "." : base).files.filter { Self.fits($0, path) })
  }

  /// The path as the disk spells it: å may be one character or two, which look the same.
  private func spelled(_ path: String) -> String {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: folder + "/" + path) else { return path }
    var found = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).map(String.init) {
      let base = found.isEmpty ? folder : folder + "/" + found
      var name = part
      if !manager.fileExists(atPath: base + "/" + part),
        let names = try? manager.contentsOfDirectory(atPath: base),
        let same = names.first(where: { $0 == part })
      {
        // Equal as text, and not byte for byte.
        name = same
      }
      found = found.isEmpty ? name : found + "/" + name
    }
    return found
  }

  /// The path on disk: of a file in an archive, such as `inputs/export.zip/svar.csv`, that of the
  /// archive.
  private func storedPath(_ path: String) -> String {
    guard !FileManager.default.fileExists(atPath: folder + "/" + path) else { return path }
    var part = Substring(path)
    while let slash = part.lastIndex(of: "/") {
      part = part[..<slash]
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: folder + "/" + part, isDirectory: &isFolder) {
        return isFolder.boolValue ? path : String(part)
      }
    }
    return path
  }

  private static func leftAside(_ names: [String], _ declaration: SourceDeclaration) -> Finding? {
    guard !names.isEmpty else { return nil }
    let shown = names.prefix(4).joined(separator: ", ")
    let more = names.count > 4 ? " and \(names.count - 4) more" : ""
    return Finding(
      .sourceFileSkipped, at: Place(file: declaration.path),
      "\(names.count) files in the folder have other endings than the profile "
        + "\(declaration.profile) reads: \(shown)\(more)",
      consequence: "They are not read.",
      remedy: "Nothing needs to be done if that is meant. A source may name a single file, "
        + "whatever its ending.")
  }

  /// Whether a path fits a pattern; `**/` stands for any number of folders.
  private static func fits(_ path: String, _ pattern: String) -> Bool {
    guard pattern.contains("**") else { return fnmatch(pattern, path, FNM_PATHNAME) == 0 }
    let loose = pattern.replacing("**/", with: "")
    return fnmatch(loose, path, 0) == 0 || fnmatch(pattern.replacing("**", with: "*"), path, 0) == 0
  }

  /// The files below a folder, and the folders in it that cannot be looked into or are links,
  /// which are not followed.
  private func listing(_ path: String) -> (files: [String], overlooked: [Finding]) {
    // A folder that is itself a link is followed.
    let root = URL(fileURLWithPath: path == "." ? folder : folder + "/" + path)
      .resolvingSymlinksInPath().path
    guard let walk = FileManager.default.enumerator(atPath: root) else { return ([], []) }
    var files: [String] = []
    var overlooked: [Finding] = []
    for case let item as String in walk {
      // Hidden files, the system's own, and the output of an earlier run are no sources.
      let parts = item.split(separator: "/")
      if parts.contains(where: { FileEndings.isClutter($0) }) { continue }
      if let first = parts.first, parts.count > 1,
        FileManager.default.fileExists(atPath: "\(root)/\(first)/internal/run.json")
      {
        continue
      }
      var isFolder: ObjCBool = false
      let whole = root + "/" + item
      guard FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder) else { continue }
      let name = path == "." ? item : Self.clean(path) + "/" + item
      if isFolder.boolValue {
        overlooked += [Self.overlooked(whole, name)].compactMap(\.self)
      } else {
        files.append(name)
      }
    }
    return (
      files.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }, overlooked
    )
  }

  private static func overlooked(_ path: String, _ name: String) -> Finding? {
    if (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil {
      return Finding(
        .sourceFileSkipped, at: Place(file: name), severity: .warning,
        "the folder is a link, which is not followed",
        consequence: "The files in it are not read.",
        remedy: "Name the folder as a source of its own.")
    }
    guard access(path, R_OK | X_OK) != 0 else { return nil }
    return Finding(
      .fileUnreadable, at: Place(file: name), "the folder cannot be looked into",
      consequence: "The files in it are not read.",
      remedy: "See that it may be read, or name the files beside it.")
  }

  private static func clean(_ path: String) -> String {
    path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}
