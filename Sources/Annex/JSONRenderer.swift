#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes the annex as `annex.json`: the figures and quotations with their origin, and the whole
/// document.
public struct JSONRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// The document as UTF-8 bytes of JSON, with keys in alphabetical order.
  public func render(_ document: AnnexDocument) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return try Array(encoder.encode(Page(document))) + [UInt8(ascii: "\n")]
  }

  private struct Page: Encodable {
    let version: String
    let edition: AnnexContent.Edition
    let dialogue: String
    let `case`: String
    let figures: [FigureEntry]
    let quotations: [QuotationEntry]
    let document: AnnexDocument

    init(_ document: AnnexDocument) {
      version = document.version
      edition = document.edition
      dialogue = document.dialogue
      `case` = document.registryNumber
      figures = document.figures.map(FigureEntry.init)
      quotations = document.quotations.map(QuotationEntry.init)
      self.document = document
    }
  }

  private struct FigureEntry: Encodable {
    let mark: String
    let key: String
    let label: String
    let value: String
    let raw: Raw?
    let how: String
    let basis: String

    init(_ figure: Figure) {
      mark = figure.mark
      key = figure.measure.key
      label = figure.label
      value = figure.measure.value?.runningText ?? "–"
      raw = figure.measure.value.flatMap(Raw.init)
      how = figure.how
      basis = figure.source
    }
  }

  private struct QuotationEntry: Encodable {
    let mark: String
    let submission: String
    let text: String
    let place: String

    init(_ quotation: Quotation) {
      mark = quotation.mark
      submission = quotation.submission
      text = quotation.text
      place = quotation.place
    }
  }

  /// A number as it was computed: one number, or the two of a span.
  private enum Raw: Encodable {
    case one(Double)
    case two([Double])

    init?(_ value: FigureValue) {
      switch value.numbers.count {
      case 0: return nil
      case 1: self = .one(value.numbers[0])
      default: self = .two(value.numbers)
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .one(let number): try container.encode(number)
      case .two(let numbers): try container.encode(numbers)
      }
    }
  }
}
