import Glibc
import Representation

// The side of inspel in Tests/Comparison/raking/compare.py:
//
//     RakeBench ANSWERS.csv MARGINS.csv [WEIGHTS]
//
// reads a table without quotes, weights it, and writes one line of JSON: the seconds from the
// fields in memory to a weight for each respondent, those of them that remain when the fields are
// codes already, and what was said. WEIGHTS gets the weights as eight-byte floating point numbers.

/// One column of a table: where each field is in the bytes of the file.
struct Column {
  var starts: [UInt32] = []
  var lengths: [UInt8] = []
}

struct Failure: Error {
  let message: String
}

func bytes(of path: String) throws -> [UInt8] {
  guard let file = fopen(path, "rb") else { throw Failure(message: "cannot read \(path)") }
  defer { fclose(file) }
  fseek(file, 0, SEEK_END)
  let size = ftell(file)
  rewind(file)
  guard size >= 0, size < UInt32.max else { throw Failure(message: "too large: \(path)") }
  return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    count = fread(buffer.baseAddress, 1, size, file)
  }
}

/// The columns of a table: fields end at a comma or a line end, and nothing is quoted.
func columns(_ bytes: [UInt8]) throws -> (names: [String], columns: [Column]) {
  let header = bytes.prefix { $0 != UInt8(ascii: "\n") }
  let names = header.split(separator: UInt8(ascii: ",")).map {
    String(decoding: $0, as: UTF8.self)
  }
  var columns = [Column](repeating: Column(), count: names.count)
  let lines = bytes.count { $0 == UInt8(ascii: "\n") }
  for index in columns.indices {
    columns[index].starts.reserveCapacity(lines)
    columns[index].lengths.reserveCapacity(lines)
  }
  var start = header.count + 1
  var field = 0
  for end in start..<max(start, bytes.count) {
    let byte = bytes[end]
    guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") else { continue }
    guard end - start <= UInt8.max, field < columns.count else {
      throw Failure(message: "a field that is too long, or one too many")
    }
    columns[field].starts.append(UInt32(start))
    columns[field].lengths.append(UInt8(end - start))
    start = end + 1
    field = byte == UInt8(ascii: "\n") ? 0 : field + 1
  }
  return (names, columns)
}

/// The position of each field among the categories; an empty field is unknown.
func codes(_ column: Column, _ bytes: [UInt8], _ margin: RakingMargin) throws -> [UInt8] {
  // Two names that differ in length or in these bytes are told apart without being compared.
  func key(_ start: Int, _ length: Int) -> UInt64 {
    var key = UInt64(length)
    for offset in 0..<min(length, 7) { key = key << 8 | UInt64(bytes[start + offset]) }
    return key
  }
  var names: [(key: UInt64, bytes: [UInt8])] = []
  for category in margin.categories {
    let name = Array(category.name.utf8)
    var key = UInt64(name.count)
    for byte in name.prefix(7) { key = key << 8 | UInt64(byte) }
    names.append((key, name))
  }
  let keys = names.map(\.key)
  let isLong = names.contains { $0.bytes.count > 7 }
  var result: [UInt8] = []
  result.reserveCapacity(column.starts.count)
  for (start, length) in zip(column.starts, column.lengths) {
    let start = Int(start)
    let length = Int(length)
    let wanted = key(start, length)
    var code = length == 0 ? keys.count : 0
    while code < keys.count {
      if keys[code] == wanted,
        !isLong || names[code].bytes.elementsEqual(bytes[start..<start + length])
      {
        break
      }
      code += 1
    }
    guard code < keys.count || length == 0 else {
      throw Failure(message: "a field of \(margin.variable) that is no category")
    }
    result.append(UInt8(code))
  }
  return result
}

func margins(_ bytes: [UInt8]) throws -> [RakingMargin] {
  var margins: [RakingMargin] = []
  for line in bytes.split(separator: UInt8(ascii: "\n")).dropFirst() {
    let words = line.split(separator: UInt8(ascii: ",")).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard words.count == 3, let target = Double(words[2]) else {
      throw Failure(message: "a line of the margins is not variable,category,population")
    }
    if margins.last?.variable != words[0] { margins.append(RakingMargin(words[0], [])) }
    margins[margins.count - 1].categories.append(RakingCategory(words[1], target))
  }
  return margins
}

func seconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
}

func run() throws {
  let arguments = CommandLine.arguments
  guard arguments.count == 3 || arguments.count == 4 else {
    throw Failure(message: "usage: RakeBench ANSWERS.csv MARGINS.csv [WEIGHTS]")
  }
  let text = try bytes(of: arguments[1])
  let table = try columns(text)
  let margins = try margins(try bytes(of: arguments[2]))
  let clock = ContinuousClock()

  let start = clock.now
  let coded = try margins.map { margin in
    guard let place = table.names.firstIndex(of: margin.variable) else {
      throw Failure(message: "no column \(margin.variable)")
    }
    return try codes(table.columns[place], text, margin)
  }
  let afterCodes = clock.now
  let weights: RakingWeights
  let each: [Double]
  do {
    let sample = try RakingSample(columns: coded, margins: margins)
    weights = try Raking().weights(sample, margins: margins)
    each = try weights.ofRespondents(coded)
  } catch {
    print(#"{"refused": true, "said": "\#(error)"}"#)
    return
  }
  let end = clock.now

  if arguments.count == 4, let file = fopen(arguments[3], "wb") {
    fwrite(each, 8, each.count, file)
    fclose(file)
  }
  let said = weights.rescaledMargins.map { "rescaled \($0.variable) by \($0.factor)" }
  print(
    #"{"inner": \#(seconds(start.duration(to: end))), "#
      + #""codes": \#(seconds(afterCodes.duration(to: end))), "#
      + #""cycles": \#(weights.cycles), "said": "\#(said.joined(separator: "; "))"}"#)
}

do {
  try run()
} catch {
  let words = Array("\(error)\n".utf8)
  write(2, words, words.count)
  exit(1)
}
