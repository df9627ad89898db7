import Records

/// Unpacks a file compressed with gzip.
public enum GzipFile {
  /// Unpacks the file at `path`; see ``extract(_:limits:)``.
  public static func extract(
    path: String, limits: ArchiveLimits = ArchiveLimits()
  ) throws(ArchiveError) -> InputFile {
    try extract(try InputFile.forArchive(path), limits: limits)
  }

  /// Unpacks a file that is open already into a temporary file.
  ///
  /// Several gzip streams after each other are one file, as the format says. Zero bytes at the
  /// end, which tapes leave, are passed over; anything else there is an error.
  ///
  /// - Returns: The unpacked file, at its beginning. It has no name and is gone when the last
  ///   owner lets go of it.
  /// - Throws: `ArchiveError` when it is not gzip, is cut off or damaged, has something after its
  ///   end, or when a limit is reached.
  public static func extract(
    _ file: InputFile, limits: ArchiveLimits = ArchiveLimits()
  ) throws(ArchiveError) -> InputFile {
    guard let size = file.size else {
      throw ArchiveError(.system, "a gzip file cannot be read from a pipe here")
    }
    guard let inflater = Inflater() else {
      throw ArchiveError(.system, "no memory to unpack it")
    }
    let target = try UnpackedFile()
    let limit = min(limits.memberBytes, limits.totalBytes)
    let limits = ArchiveLimits(memberBytes: limit, ratio: limits.ratio)
    let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
    let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer {
      input.deallocate()
      output.deallocate()
    }
    var offset = 0
    var place = Place.beforeFirst
    while true {
      let count = try FileCalls.readAt(file.descriptor, offset: offset, into: input).get()
      if count == 0 { break }
      offset += count
      var rest = UnsafeRawBufferPointer(rebasing: input[..<count])
      while let next = rest.first {
        if place != .inside {
          place = try begin(inflater, at: place, with: next)
          if place == .padding {
            guard rest.allSatisfy({ $0 == 0 }) else { throw trailing }
            break
          }
        }
        // Called again while it fills the output, since more may wait inside it.
        var step = inflater.step(rest, into: output)
        while true {
          rest = UnsafeRawBufferPointer(rebasing: rest[step.consumed...])
          let isStuck = step.outcome == .more && step.consumed + step.produced == 0
          if step.outcome == .damaged || (isStuck && !rest.isEmpty) {
            throw ArchiveError(.damaged, "the gzip data are damaged, or not gzip")
          }
          let unpacked = target.count + step.produced
          let refusal = limits.refusal(unpacked: unpacked, compressed: size, member: nil)
          if let refusal { throw refusal }
          try target.append(UnsafeRawBufferPointer(rebasing: output[..<step.produced]))
          if step.outcome == .ended || step.produced < output.count { break }
          step = inflater.step(rest, into: output)
        }
        if step.outcome == .ended { place = .between }
      }
    }
    switch place {
    case .between, .padding: return try target.finish()
    case .inside: throw ArchiveError(.truncated, "the gzip data end too early")
    case .beforeFirst: throw ArchiveError(.notAnArchive, "the file is empty")
    }
  }

  private enum Place {
    case beforeFirst
    case inside
    case between
    case padding
  }

  // What a byte outside a stream begins.
  private static func begin(
    _ inflater: Inflater, at place: Place, with byte: UInt8
  ) throws(ArchiveError) -> Place {
    if place == .beforeFirst {
      guard byte == 0x1F else { throw ArchiveError(.notAnArchive, "it is no gzip file") }
      return .inside
    }
    if byte == 0 { return .padding }
    guard place == .between && byte == 0x1F else { throw trailing }
    inflater.reset()
    return .inside
  }

  private static let trailing = ArchiveError(
    .trailingData, "something stands after the end of the gzip data")
}
