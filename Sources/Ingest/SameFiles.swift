import DialogueModel
import Foundation
import Records

/// Finds files that hold the same as one that comes before.
///
/// The same export is easily downloaded twice, with another name, or saved once more by another
/// program, with other quotes or another delimiter. Records that have neither an identifier nor a
/// time of their own cannot be told from other people's, so such a file has to be recognised as a
/// whole, before its records are counted.
public struct SameFiles: Sendable {
  /// A file that is the same as an earlier one.
  public struct Copy: Sendable, Equatable {
    /// The index of the earlier file.
    public var original: Int
    /// Whether the bytes are the same, and not only the records.
    public var isExact: Bool
  }

  private var copies: [Int: Copy] = [:]

  /// Looks for files that are the same.
  ///
  /// Only files of the same size are compared byte for byte, and only files whose records have
  /// neither identifier nor time are compared record by record. A file that cannot be read is no
  /// copy: the reading proper says what is wrong.
  public init(_ files: [SourceFile], opener: SourceOpener) throws(InspelError) {
    findExact(files)
    try findAlike(files, opener)
  }

  /// The earlier file that a file is the same as, or `nil`.
  public func copy(_ file: Int) -> Copy? { copies[file] }

  // MARK: Byte for byte

  private mutating func findExact(_ files: [SourceFile]) {
    var bySize: [String: [Int]] = [:]
    for (index, file) in files.enumerated() {
      let attributes = try? FileManager.default.attributesOfItem(atPath: file.absolutePath)
      guard let size = attributes?[.size] as? Int, size > 0 else { continue }
      bySize["\(size)/\(file.member ?? "")/\(file.declaration.sheet ?? "")", default: []]
        .append(index)
    }
    for group in bySize.values where group.count > 1 {
      var firsts: [String: Int] = [:]
      for index in group {
        guard let input = try? InputFile(path: files[index].absolutePath),
          let hash = try? FileHash(input).finish()
        else { continue }
        if let first = firsts[hash] {
          copies[index] = Copy(original: first, isExact: true)
        } else {
          firsts[hash] = index
        }
      }
    }
  }

  // MARK: Record by record

  /// The records of a file as a number that does not depend on their order.
  private struct Fingerprint: Hashable {
    var channel: String
    var records = 0
    var low: UInt64 = 0
    var high: UInt64 = 0
  }

  private mutating func findAlike(
    _ files: [SourceFile], _ opener: SourceOpener
  ) throws(InspelError) {
    let tables = files.indices.filter {
      let declaration = files[$0].declaration
      return files[$0].profile.container == .csv && copies[$0] == nil
        && declaration.id == nil && declaration.time == nil
    }
    let channels = Dictionary(grouping: tables) { files[$0].declaration.channel }
    for group in channels.values.map({ $0.sorted() }) where group.count > 1 {
      var firsts: [Fingerprint: Int] = [:]
      for index in group {
        guard let print = try Self.fingerprint(files[index], opener) else { continue }
        if let first = firsts[print] {
          copies[index] = Copy(original: first, isExact: false)
        } else {
          firsts[print] = index
        }
      }
    }
  }

  /// The fingerprint of a file whose records have neither identifier nor time, and more than one
  /// of which says something.
  private static func fingerprint(
    _ file: SourceFile, _ opener: SourceOpener
  ) throws(InspelError) -> Fingerprint? {
    guard let opened = try opener.open(file).source, opened.layout.id == nil,
      opened.layout.time == nil
    else { return nil }
    var print = Fingerprint(channel: file.declaration.channel)
    let columns = (opened.layout.text + opened.layout.closed + opened.layout.background)
      .sorted { $0.name < $1.name }
    let work = SourceWork()
    while try opened.take(into: work) {
      work.parse()
      for record in 0..<work.batch.count {
        var hash = RecordHash()
        for column in columns {
          hash.add(work.batch.value(column: column.index, record: record))
        }
        print.low &+= hash.low
        print.high &+= hash.high
      }
      print.records += work.batch.count
    }
    // Two files with one short answer each may well be two people's.
    return print.records > 1 ? print : nil
  }

  /// A hash of one record's values; carriage returns do not count, since programs write line
  /// ends in cells as they like.
  private struct RecordHash {
    var low: UInt64 = 0xCBF2_9CE4_8422_2325
    var high: UInt64 = 0x6C62_272E_07BB_0142

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
      for byte in bytes where byte != 0x0D { mix(byte) }
      // A byte that is in no text ends the value.
      mix(0xFF)
    }

    private mutating func mix(_ byte: UInt8) {
      low = (low ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      high = (high ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
      high ^= high >> 29
    }
  }
}
