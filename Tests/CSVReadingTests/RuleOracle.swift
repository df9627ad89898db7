// The rules for quotes, one character at a time, with a look back and ahead wherever one is
// needed, and without libcsv. It uses nothing of the code that it judges, and is as slow as it
// likes. Where no stray quote ends the quoting of a field, it has to equal one pass of libcsv.
struct RuleOracle {
  private(set) var records: [Oracle.Record] = []
  // For each record, the first stray quote in it, if there is one: its line and field.
  private(set) var strayQuotes: [(line: Int, field: Int)?] = []
  // The number of fields that a stray quote makes unquoted, and of the other stray quotes.
  private(set) var endedQuotings = 0
  private(set) var keptQuotings = 0

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var place = 0

  init(_ bytes: [UInt8], delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
    while place < bytes.count {
      let start = place
      let first = afterBlanks(place)
      if first == bytes.count { break }
      if isLineEnd(first) {
        place = first + 1
        continue
      }
      readRecord(start, Oracle.Record(line: line(of: first), fields: [], length: 0))
    }
  }

  private mutating func readRecord(_ start: Int, _ begun: Oracle.Record) {
    var record = begun
    var strayQuote: (line: Int, field: Int)?
    while true {
      place = afterBlanks(place)
      let begin = place
      if place < bytes.count && bytes[place] == 0x22 {
        place += 1
        var stray: Int?
        if let text = quotedField(&stray) {
          record.fields.append(text)
        } else {
          record.fields.append([])
          record.isOpen = true
          record.quoteLine = line(of: begin)
        }
        if let stray, strayQuote == nil {
          strayQuote = (line(of: stray), record.fields.count)
        }
      } else {
        place = endOfUnquoted(place)
        var text = bytes[begin..<place]
        while let last = text.last, isBlank(last) { text.removeLast() }
        record.fields.append(Array(text))
      }
      guard place < bytes.count, bytes[place] == delimiter else { break }
      place += 1
    }
    record.length = place - start
    records.append(record)
    strayQuotes.append(strayQuote)
    place += 1
  }

  // The text of a quoted field from after its quote on, or `nil` when the file ends in it.
  private mutating func quotedField(_ firstStray: inout Int?) -> [UInt8]? {
    var text: [UInt8] = []
    while place < bytes.count {
      if bytes[place] != 0x22 {
        text.append(bytes[place])
        place += 1
      } else if place + 1 < bytes.count && bytes[place + 1] == 0x22 {
        text.append(0x22)
        place += 2
      } else if isEnd(afterBlanks(place + 1)) {
        place = afterBlanks(place + 1)
        return text
      } else if closesOnLine(place + 1) {
        firstStray = firstStray ?? place
        keptQuotings += 1
        text.append(0x22)
        place += 1
      } else {
        firstStray = firstStray ?? place
        endedQuotings += 1
        let begin = place
        place = endOfUnquoted(place)
        return text + bytes[begin..<place]
      }
    }
    return nil
  }

  // Whether a quote that is not doubled stands before the next line end, with an end after it.
  private func closesOnLine(_ from: Int) -> Bool {
    var index = from
    while index < bytes.count && !isLineEnd(index) {
      if bytes[index] != 0x22 {
        index += 1
      } else if index + 1 < bytes.count && bytes[index + 1] == 0x22 {
        index += 2
      } else if isEnd(afterBlanks(index + 1)) {
        return true
      } else {
        index += 1
      }
    }
    return false
  }

  private func endOfUnquoted(_ from: Int) -> Int {
    var index = from
    while !isEnd(index) { index += 1 }
    return index
  }

  private func isEnd(_ index: Int) -> Bool {
    index == bytes.count || bytes[index] == delimiter || isLineEnd(index)
  }

  private func isLineEnd(_ index: Int) -> Bool { bytes[index] == 0x0A || bytes[index] == 0x0D }

  private func isBlank(_ byte: UInt8) -> Bool {
    (byte == 0x20 || byte == 0x09) && byte != delimiter
  }

  private func afterBlanks(_ from: Int) -> Int {
    var index = from
    while index < bytes.count && isBlank(bytes[index]) { index += 1 }
    return index
  }

  // CR LF is one line end.
  private func line(of place: Int) -> Int {
    1
      + bytes[..<place].indices.count {
        isLineEnd($0) && !(bytes[$0] == 0x0A && $0 > 0 && bytes[$0 - 1] == 0x0D)
      }
  }
}
