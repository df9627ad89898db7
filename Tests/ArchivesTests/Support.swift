import ArchiveTestSupport
import Archives
import Records

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

func archive(
  limits: ArchiveLimits = ArchiveLimits(), _ fill: (inout ZipWriter) -> Void
) throws -> ZipArchive {
  var writer = ZipWriter()
  fill(&writer)
  return try ZipArchive(try TestFile.open(writer.bytes()), limits: limits)
}

// The kind of the error that `body` ends in, or `nil`.
func kind(of body: () throws -> Void) -> ArchiveError.Kind? {
  do {
    try body()
    return nil
  } catch {
    return (error as? ArchiveError)?.kind
  }
}
