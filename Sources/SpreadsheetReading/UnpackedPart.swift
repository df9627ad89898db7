import Archives
import Records

// Keeps the part that was unpacked last: a sheet is read to see whether it has content, for its
// header, and for its records, and is unpacked once for all of them.
final class UnpackedPart {
  private var index: Int?
  private var file: InputFile?

  // The part from its beginning, whoever else is reading it.
  func file(_ member: ZipMember, of archive: ZipArchive) throws(SpreadsheetError) -> InputFile {
    let unpacked: InputFile
    if let file, index == member.index {
      unpacked = file
    } else {
      unpacked = try PartReader.extract(member, of: archive)
      index = member.index
      file = unpacked
    }
    do {
      return try InputFile(path: unpacked.descriptorPath)
    } catch {
      throw SpreadsheetError(error)
    }
  }
}
