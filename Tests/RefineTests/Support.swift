import DialogueModel
import Records
import Refine

/// A value refined by a refiner of its own, with everything that the refiner says about it.
struct Refined {
  var text: String
  var outcome: RefinedOutcome
  var spans: [MaskedSpan]
  var edits: EditList

  init(_ value: String, by refiner: TextRefiner = TextRefiner()) {
    var column = ByteColumn()
    var value = value
    outcome = value.withUTF8 { refiner.refine($0, into: &column) }
    column.close()
    text = column.string(at: 0)
    spans = refiner.maskedSpans
    edits = refiner.edits
  }
}

/// A sentence with its marks taken out, and where the marked spans stand in bytes.
struct Labelled {
  struct Span: Equatable {
    var label: Character
    var range: Range<Int>
  }

  var text = ""
  var spans: [Span] = []

  init(_ marked: String) {
    var rest = Substring(marked)
    while let open = rest.firstIndex(of: "«"), let close = rest.firstIndex(of: "»") {
      text += rest[..<open]
      let inner = rest[rest.index(after: open)..<close]
      let start = text.utf8.count
      text += inner.dropFirst(2)
      spans.append(Span(label: inner.first ?? "?", range: start..<text.utf8.count))
      rest = rest[rest.index(after: close)...]
    }
    text += rest
  }
}

extension PersonalDataKind {
  /// The letter that marks the kind in the labelled sentences.
  var label: Character {
    switch self {
    case .personalNumber: "p"
    case .coordinationNumber: "c"
    case .invalidPersonalNumber: "i"
    case .email: "e"
    case .phone: "t"
    }
  }
}

/// Equal only when byte for byte equal; `String` compares by canonical equivalence.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
