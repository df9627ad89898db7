#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A version of an annex that was published before (*tidigare version*), with what was hidden in
/// it.
///
/// A reader who has both versions can subtract one from the other: where a group had 12 and has
/// 14, two persons have come. ``PublicEdition`` takes such differences for counts of their own.
/// The true numbers are needed for that, so both files of the earlier output are read:
/// `internal/annex.json` and `public/annex.json`.
public struct EarlierEdition: Sendable, Equatable {
  /// That two files are not the two editions of one version.
  public struct Mismatch: Error, Sendable, Equatable, CustomStringConvertible {
    /// The keys of the counts that differ, in alphabetical order; empty when it is the dialogue or
    /// the kind of edition that does.
    public var keys: [String]

    /// What is wrong, without any number.
    public var description: String {
      keys.isEmpty
        ? "the files are not the internal and the public edition of one dialogue"
        : "the public edition shows other counts than the internal one: "
          + keys.joined(separator: ", ")
    }
  }

  /// A count that was published, shown or hidden.
  struct Count: Sendable, Equatable {
    var key: String
    var value: Int
    var isSensitive: Bool
    var hiding: Measure.Hiding?
  }

  /// The dialogue's key.
  public let dialogue: String
  /// The case's registry number.
  public let registryNumber: String
  let counts: [Count]
  let relations: [SumRelation]
  let implied: [Measure]
  let smallestCount: Int
  let smallestSensitiveCount: Int

  /// Reads an earlier version from its two files.
  ///
  /// - Parameters:
  ///   - internalFile: The bytes of `internal/annex.json`.
  ///   - publicFile: The bytes of `public/annex.json`.
  /// - Throws: `DecodingError` when a file cannot be read, ``Mismatch`` when the two do not go
  ///   together.
  public init(internalFile: [UInt8], publicFile: [UInt8]) throws {
    let decoder = JSONDecoder()
    try self.init(
      internalDocument: decoder.decode(Page.self, from: Data(internalFile)).document,
      publicDocument: decoder.decode(Page.self, from: Data(publicFile)).document)
  }

  /// Makes an earlier version from its two documents.
  ///
  /// - Throws: ``Mismatch`` when the two do not go together.
  public init(internalDocument: AnnexDocument, publicDocument: AnnexDocument) throws {
    guard internalDocument.dialogue == publicDocument.dialogue,
      internalDocument.registryNumber == publicDocument.registryNumber,
      internalDocument.edition == .internal, publicDocument.edition == .public
    else { throw Mismatch(keys: []) }
    dialogue = publicDocument.dialogue
    registryNumber = publicDocument.registryNumber
    smallestCount = publicDocument.smallestCount
    smallestSensitiveCount = publicDocument.smallestSensitiveCount
    relations = internalDocument.allRelations
    implied = internalDocument.implied
    var values: [String: Int] = [:]
    for measure in internalDocument.printedMeasures {
      if let value = measure.value?.wholeNumber { values[measure.key] = value }
    }
    var counts: [Count] = []
    var seen: Set<String> = []
    var wrong: Set<String> = []
    for measure in publicDocument.printedMeasures where measure.unit.isProtected {
      guard measure.value == nil || measure.value?.wholeNumber != nil,
        seen.insert(measure.key).inserted
      else { continue }
      guard let value = values[measure.key] else {
        // A hidden span has no value of its own.
        if measure.value != nil { wrong.insert(measure.key) }
        continue
      }
      if let shown = measure.value?.wholeNumber, shown != value { wrong.insert(measure.key) }
      counts.append(
        Count(
          key: measure.key, value: value, isSensitive: measure.isSensitive,
          hiding: measure.value == nil ? measure.hiding ?? .withheld : nil))
    }
    guard wrong.isEmpty else { throw Mismatch(keys: wrong.sorted()) }
    self.counts = counts
  }

  private struct Page: Decodable {
    let document: AnnexDocument
  }
}
