import DialogueModel
import Foundation

/// A JSON line `{"id","text"}` that a filter reads.
struct TextLine {
  let id: Identifier
  let text: String

  /// An identifier, a string or a whole number, given back as it came.
  enum Identifier: Codable {
    case string(String)
    case number(Int)
    case fraction(Double)
    case flag(Bool)
    case none

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let number = try? value.decode(Int.self) {
        self = .number(number)
      } else if let fraction = try? value.decode(Double.self) {
        self = .fraction(fraction)
      } else if let flag = try? value.decode(Bool.self) {
        self = .flag(flag)
      } else if value.decodeNil() {
        self = .none
      } else {
        self = .string(try value.decode(String.self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var value = encoder.singleValueContainer()
      switch self {
      case .string(let text): try value.encode(text)
      case .number(let number): try value.encode(number)
      case .fraction(let fraction): try value.encode(fraction)
      case .flag(let flag): try value.encode(flag)
      case .none: try value.encodeNil()
      }
    }
  }

  private struct Input: Decodable {
    let id: Identifier?
    let text: String
  }

  init(_ line: String, number: Int) throws(InspelError) {
    guard let input = try? JSONDecoder().decode(Input.self, from: Data(line.utf8)) else {
      throw InspelError(
        .usage, "the line is not a JSON object with \"id\" and \"text\"",
        remedy: "Write one object a line, for example {\"id\":\"1\",\"text\":\"…\"}.",
        place: Place(file: "standard input", line: number))
    }
    id = input.id ?? .none
    text = input.text
  }

  static func encode(_ value: some Encodable) throws(InspelError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      throw InspelError(.outputFailed, "a result cannot be written as JSON", remedy: "Report it.")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
