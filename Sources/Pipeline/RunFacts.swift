import Annex
import DialogueModel
import Foundation

/// What the annex says of a run that no row of the register holds: kept as JSON in the
/// register's table `meta`, so that `inspel verify` can compose the annex anew.
struct RunFacts: Codable, Equatable {
  /// For each source, the columns that were left out.
  var sources: [Source]
  /// For each channel, the dimensions that were asked for.
  var asked: [String: [String]]
  /// Why records were rejected.
  var rejections: [Rejection]
  /// Duplicates recognised by identifier or time.
  var repeatedIdentity: Int
  /// Duplicates recognised by their content alone.
  var repeatedContent: Int

  static let key = "facts"

  struct Source: Codable, Equatable {
    var dropped: [String]
    var unmapped: [String]
  }

  struct Rejection: Codable, Equatable {
    var code: String
    var count: Int
    var places: [Spot]
  }

  struct Spot: Codable, Equatable {
    var file: String
    var line: Int?
    var record: Int?
    var column: String?
  }

  init(_ merger: RunMerger, asked: [Set<Int>], shape: FigureShape) {
    sources = zip(merger.layouts, merger.unmapped).map {
      Source(dropped: $0.dropped, unmapped: $1)
    }
    self.asked = [:]
    for (channel, dimensions) in asked.enumerated() {
      self.asked[shape.channels[channel].id] = dimensions.sorted().map { shape.dimensions[$0].id }
    }
    rejections = merger.rejections.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      Rejection(
        code: $0.key.rawValue, count: $0.value.count,
        places: $0.value.places.map {
          Spot(file: $0.file, line: $0.line, record: $0.record, column: $0.column)
        })
    }
    repeatedIdentity = merger.repeatedIdentity
    repeatedContent = merger.repeatedContent
  }

  /// The facts as they were stored, or `nil` when they are not there.
  static func stored(_ meta: [String: String]) -> RunFacts? {
    meta[key].flatMap { try? JSONDecoder().decode(RunFacts.self, from: Data($0.utf8)) }
  }

  /// The facts as text for the register.
  func text() throws -> String {
    String(decoding: try JSONText.encode(self, pretty: false), as: UTF8.self)
  }

  var labels: [RunMaterial.SourceLabel] {
    sources.map { .init(dropped: $0.dropped, unmapped: $0.unmapped) }
  }

  var duplicates: AnnexContent.Duplicates {
    AnnexContent.Duplicates(
      sameIdentifier: repeatedIdentity, sameContent: repeatedContent,
      rule: RecordProcessor.duplicateRule)
  }

  var shownRejections: [AnnexContent.Rejection] {
    rejections.map { rejection in
      AnnexContent.Rejection(
        code: FindingCode(rawValue: rejection.code), count: rejection.count,
        places: rejection.places.map {
          Place(file: $0.file, line: $0.line, record: $0.record, column: $0.column)
        })
    }
  }

  func askedDimensions(_ shape: FigureShape) -> [Set<Int>] {
    shape.channels.map { channel in
      Set(
        (asked[channel.id] ?? []).compactMap { id in
          shape.dimensions.firstIndex { $0.id == id }
        })
    }
  }
}
