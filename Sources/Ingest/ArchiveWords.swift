import Archives
import DialogueModel

/// Turns what stands in the way of unpacking into a finding with words and a remedy.
enum ArchiveWords {
  static func finding(_ error: ArchiveError, file: String) -> Finding {
    let limits: [ArchiveError.Kind] = [
      .tooManyMembers, .memberTooLarge, .totalTooLarge, .ratioTooHigh,
    ]
    if limits.contains(error.kind) {
      return Finding(
        .limitExceeded, at: Place(file: file), "it cannot be unpacked: \(error.reason)",
        consequence: "The source is not read.",
        remedy: "Unpack it yourself and see what it holds. If it is what it should be, "
          + "raise limits.unpackedMegabytes in dialogue.yaml above 8192, which also lifts the "
          + "limit of \(ArchiveLimits().ratio) times, or name the unpacked file.")
    }
    return Finding(
      .archiveUnreadable, at: Place(file: file), "it cannot be unpacked: \(error.reason)",
      consequence: "The source is not read.", remedy: remedy(error.kind))
  }

  /// The finding for a file that is an office document of a kind that is not read.
  static func notRead(_ kind: ContainerKind, file: String) -> Finding? {
    let words: (what: String, remedy: String)
    switch kind {
    case .plain, .gzip, .zip, .xlsx, .ods: return nil
    case .docx:
      words = ("a Word document", "Save meeting notes as plain text, with one list item each.")
    case .xls:
      words = ("an Excel workbook of the old kind (.xls)", "Open it and save it as .xlsx.")
    case .encryptedOffice:
      words = (
        "an office document with a password", "Open it and save it without a password as .xlsx."
      )
    case .other(let name): words = (name, "Open it and save it as .xlsx or CSV.")
    }
    return Finding(
      .archiveUnreadable, at: Place(file: file), "the file is \(words.what)",
      consequence: "It cannot be read.", remedy: words.remedy)
  }

  /// Where there was no room, or no right, to unpack.
  private static let room =
    "See that there is room, and that you may write, in the folder that TMPDIR names, or in /tmp."

  private static func remedy(_ kind: ArchiveError.Kind) -> String {
    switch kind {
    case .system: room
    case .encrypted: "Unpack it with the password, and name the file that was in it."
    case .noSuchMember: "See which files the archive holds with inspel inspect."
    case .duplicateName, .overlapping: "Unpack it, look at the files, and name them one by one."
    default: "Fetch or pack the file again."
    }
  }
}
