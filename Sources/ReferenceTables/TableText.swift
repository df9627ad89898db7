import DialogueModel
import Records

// The text of a table, as UTF-8 in memory.
struct TableText {
  // 16 MiB. SCB gives at most 150,000 figures at a time, which is less than 10 MB.
  static let largest = 16 << 20

  let bytes: [UInt8]
  let encoding: String

  // Reads a file, or says why it cannot be read as text.
  static func read(path: String, shownAs name: String) -> (text: TableText?, findings: [Finding]) {
    let place = Place(file: name)
    do {
      let file = try InputFile(path: path)
      guard let size = file.size else {
        return (nil, [noFile(place)])
      }
      guard size <= largest else { return (nil, [tooLarge(place)]) }
      let found = try EncodingDetector().detect(file)
      if let kind = found.binaryKind {
        return (
          nil,
          [
            Finding(
              .fileBinary, at: place, "the file is not text: \(kind)",
              consequence: "The table is not read.",
              remedy: "Save it as CSV, or download it as CSV, and name that file.")
          ]
        )
      }
      guard let encoding = found.encoding else {
        return (
          nil,
          [
            Finding(
              .encodingUnknown, at: place, "the encoding cannot be found",
              consequence: "The table is not read.", remedy: "Save the file as UTF-8.")
          ]
        )
      }
      let source = UTF8Source(
        file: file, encoding: encoding, byteOrderMarkLength: found.byteOrderMarkLength)
      guard let bytes = try readAll(source) else { return (nil, [tooLarge(place)]) }
      if bytes.isEmpty { return (nil, [empty(place, "the file is empty")]) }
      return (
        TableText(bytes: bytes, encoding: encoding.name), problems(found, source, place)
      )
    } catch {
      let isMissing = error.code == 2
      return (
        nil,
        [
          Finding(
            isMissing ? .fileMissing : .fileUnreadable, at: place,
            isMissing ? "the file is not there" : "the file cannot be read: \(error.reason)",
            consequence: "The table is not read.",
            remedy: "Correct the path, and see that the file may be read.")
        ]
      )
    }
  }

  // All bytes, or `nil` when they are too many: a file in another encoding grows.
  private static func readAll(_ source: UTF8Source) throws(SourceError) -> [UInt8]? {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { buffer.deallocate() }
    var bytes: [UInt8] = []
    while true {
      let count = try source.read(into: buffer)
      if count == 0 { return bytes }
      guard bytes.count + count <= 4 * largest else { return nil }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }

  private static func problems(
    _ found: EncodingFinding, _ source: UTF8Source, _ place: Place
  ) -> [Finding] {
    guard source.undecodableCount > 0 || found.problems.contains(where: { $0.kind == .nulByte })
    else { return [] }
    return [
      Finding(
        source.undecodableCount > 0 ? .encodingInvalid : .csvNulByte, at: place,
        "the file holds bytes that are no text in \(found.encoding?.name ?? "its encoding")",
        consequence: "Figures may be damaged, so the table is not used.",
        remedy: "Download the table again.")
    ]
  }

  static func empty(_ place: Place, _ summary: String) -> Finding {
    Finding(
      .fileEmpty, at: place, summary, consequence: "The table gives no figures.",
      remedy: "Download the table again.")
  }

  private static func noFile(_ place: Place) -> Finding {
    Finding(
      .fileUnreadable, at: place, "it is a pipe or a device and not a file on disk",
      consequence: "The table is not read.", remedy: "Save what it gives in a file.")
  }

  private static func tooLarge(_ place: Place) -> Finding {
    Finding(
      .limitExceeded, at: place, "the table is larger than \(largest >> 20) MiB",
      consequence: "The table is not read.",
      remedy: "Download the region, the year and the variables that are needed, and no more.")
  }
}
