import Archives
import DialogueModel
import Records

/// Finds the files that a file on disk holds: itself, or those of a zip archive.
///
/// A workbook is a zip archive too, and counts as one file.
struct ArchiveListing {
  /// How much an archive may hold.
  var limits: SourceLimits

  /// The source files that a file stands for.
  ///
  /// Of an archive's members, those count whose names end as the source's files do; a member that
  /// is left aside is told. A file that cannot be opened is given back as it is: the reading
  /// proper says what is wrong.
  func files(of file: SourceFile) -> (files: [SourceFile], findings: [Finding]) {
    if file.member != nil { return ([file], []) }
    do {
      guard let names = try members(of: file.absolutePath) else { return ([file], []) }
      let fitting = names.filter {
        FileEndings.fits($0, file.profile.container) && !$0.lowercased().hasSuffix(".zip")
      }
      var findings: [Finding] = []
      if fitting.isEmpty {
        findings.append(
          Finding(
            .sourceNothingFound, at: Place(file: file.path),
            "the archive has no file that the profile \(file.profile.id) reads",
            consequence: "It gives no submissions.",
            remedy: "See what it holds with inspel inspect, and name the right profile."))
      } else if fitting.count < names.count {
        findings.append(
          Finding(
            .sourceFileSkipped, at: Place(file: file.path),
            "\(names.count - fitting.count) files in the archive have other endings than the "
              + "profile \(file.profile.id) reads",
            consequence: "They are not read.",
            remedy: "Nothing needs to be done if that is meant."))
      }
      return (
        fitting.map { name in
          var member = file
          member.path = file.path + "/" + name
          member.member = name
          return member
        }, findings
      )
    } catch {
      return ([], [ArchiveWords.finding(error, file: file.path)])
    }
  }

  /// The names of the files in a zip archive, in the order of their names; `nil` for any other
  /// file, also for one that is not there.
  func members(of path: String) throws(ArchiveError) -> [String]? {
    guard let input = try? InputFile(path: path), input.size != nil else { return nil }
    let limits = SourceInput.archiveLimits(limits)
    guard try ContainerKind.of(input, limits: limits) == .zip else { return nil }
    let archive = try ZipArchive(input, limits: limits)
    if let double = archive.members.first(where: { $0.isDuplicate && !$0.isClutter }) {
      throw ArchiveError(
        .duplicateName, "two files in it have the same name", member: double.index)
    }
    return archive.members.filter { !$0.isClutter }.map(\.name)
      .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }
}
