import XMLReading

// One cell of an OpenDocument sheet: what its attributes say, and the text for it.
struct ODSCell {
  enum Outcome {
    case value
    case error
    case formulaWithoutValue
  }

  private(set) var repeats = 1
  private(set) var isMerged = false
  var paragraphs = 0
  private var type = ValueType.none
  private var hasFormula = false
  private var isTruth = false
  private var isError = false
  // The value as the file has it, where it is not the text.
  private var value: String?

  private enum ValueType {
    case none
    case number
    case date
    case time
    case boolean
    case string
  }

  init() {}

  init(_ attributes: XMLEventAttributes) {
    for index in 0..<attributes.count {
      guard let name = attributes.name(index) else { continue }
      let value = attributes.value(index)
      if ODSNames.isExtension(attributes.namespace(index)) {
        if name.equals("value-type") && value.equals("error") { isError = true }
        continue
      }
      switch name[0] {
      case UInt8(ascii: "n") where name.equals("number-columns-repeated"):
        repeats = ODSNames.repeats(value)
      case UInt8(ascii: "n")
      where name.equals("number-columns-spanned") || name.equals("number-rows-spanned"):
        if ODSNames.repeats(value) > 1 { isMerged = true }
      case UInt8(ascii: "v") where name.equals("value-type"):
        type = Self.type(value)
      case UInt8(ascii: "f") where name.equals("formula"):
        hasFormula = true
        // What LibreOffice makes of a truth value in an Excel file is a number, shown as this.
        if value.equals("of:=TRUE()") || value.equals("of:=FALSE()") { isTruth = true }
      case UInt8(ascii: "v"), UInt8(ascii: "d"), UInt8(ascii: "t"), UInt8(ascii: "b"),
        UInt8(ascii: "s"):
        if name.equals("value") || name.equals("date-value") || name.equals("time-value")
          || name.equals("boolean-value") || name.equals("string-value")
        {
          self.value = attributes.string(index)
        }
      default: continue
      }
    }
  }

  private static func type(_ value: UnsafeBufferPointer<UInt8>) -> ValueType {
    switch value.first {
    case UInt8(ascii: "f"), UInt8(ascii: "p"), UInt8(ascii: "c"): .number
    case UInt8(ascii: "d"): .date
    case UInt8(ascii: "t"): .time
    case UInt8(ascii: "b"): .boolean
    case UInt8(ascii: "s"): .string
    default: .none
    }
  }

  // Puts the cell's text in place of the paragraphs, where a value stands for it.
  func finish(_ store: RowStore) -> Outcome {
    if isError { return .error }
    guard let value else {
      let isEmpty = hasFormula && type == .none && store.openLength == 0
      return isEmpty ? .formulaWithoutValue : .value
    }
    // The paragraphs are only how the value is shown. An empty text stands beside an error.
    if type == .none || value.isEmpty { return .value }
    if type == .string && hasSameWords(value, store) { return .value }
    store.discardText()
    var text = value
    text.withUTF8 { bytes in
      guard var text = Self.text(of: bytes, isTruth ? .boolean : type) else {
        return store.extend(bytes)
      }
      text.withUTF8 { store.extend($0) }
    }
    return .value
  }

  // Whether the paragraphs differ from a text in blanks at most. They keep the tabs and the line
  // ends then, which do not survive in an attribute.
  private func hasSameWords(_ value: String, _ store: RowStore) -> Bool {
    guard paragraphs > 0 else { return false }
    return store.withText { shown in
      value.utf8.lazy.filter { !$0.isXMLBlank }
        .elementsEqual(UnsafeBufferPointer(shown).lazy.filter { !$0.isXMLBlank })
    }
  }

  // The text for a value; `nil` when it is the value as it stands.
  private static func text(of bytes: UnsafeBufferPointer<UInt8>, _ type: ValueType) -> String? {
    let value = bytes.trimmed
    return switch type {
    case .number: NumberText.text(of: value)
    case .date: ISODate.text(of: value)
    case .time: ISODate.time(ofDuration: value)
    case .boolean: value.isTrue ? "TRUE" : "FALSE"
    case .string, .none: nil
    }
  }
}
