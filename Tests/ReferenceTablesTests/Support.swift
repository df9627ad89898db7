import DialogueModel
import Foundation
import ReferenceTables
import Testing

/// The folder of real files, or `nil` when `INSPEL_CORPUS` is not set.
let corpus = ProcessInfo.processInfo.environment["INSPEL_CORPUS"].flatMap {
  FileManager.default.fileExists(atPath: $0 + "/population") ? $0 + "/population/" : nil
}

/// A file with these bytes, gone when `body` is done.
func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
  let path = NSTemporaryDirectory() + "reference-" + UUID().uuidString + ".csv"
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}

/// Options as most tests want them: the made-up municipality 9901, with source and table named.
func options(
  _ bands: String? = nil, totals: [String] = [], year: Int? = nil, region: String = "9901",
  named: Bool = true
) throws -> ReferenceOptions {
  ReferenceOptions(
    region: region, bands: try bands.map { try AgeBands(written: $0) },
    date: year.flatMap { ReferenceOptions.date(ofYear: $0) }, source: named ? "SCB" : nil,
    table: named ? "Folkmängd" : nil,
    totals: try totals.map { try #require(ReferenceOptions.total(written: $0)) })
}

func convert(_ tables: String..., with options: ReferenceOptions) throws -> ConvertedReference {
  try convert(tables.map { Array($0.utf8) }, with: options)
}

func convert(_ tables: [[UInt8]], with options: ReferenceOptions) throws -> ConvertedReference {
  func next(_ paths: [String]) throws -> ConvertedReference {
    guard paths.count < tables.count else { return ReferenceConversion(options).convert(paths) }
    return try withFile(tables[paths.count]) { try next(paths + [$0]) }
  }
  let result = try next([])
  // Whatever the table: each row is used, or counted with a reason.
  for account in result.accounts {
    #expect(account.used + account.unused.values.reduce(0, +) == account.rows)
  }
  return result
}

extension ConvertedReference {
  /// The rows as `age/16-24=931`.
  var figures: [String] { rows.map { "\($0.dimension)/\($0.value)=\($0.count)" } }

  /// The codes of the findings of a severity.
  func codes(_ severity: Severity) -> [String] {
    findings.filter { $0.severity == severity }.map(\.code.rawValue)
  }
}

/// A table that was made up: ages 0 to 100 and older, by sex, of one municipality.
///
/// Women of age `a` are `a + 1` and men `2a`, so every sum can be checked by hand: both are
/// `3a + 1`.
struct MadeUpTable {
  var delimiter = ","
  var quote = "\""
  var lineEnd = "\n"
  var region: String? = "9901 Mellanmåla"
  var age: (Int) -> String = { $0 == 100 ? "100+ år" : "\($0) år" }
  var women = "kvinnor"
  var men = "män"
  var header = ["region", "ålder", "kön", "Folkmängd 2019"]
  var lead: [String] = []
  var tail: [String] = []
  var number: (Int) -> String = { String($0) }
  var ages = 0...100

  var text: String {
    var lines = lead
    func line(_ cells: [String], _ figure: String) -> String {
      (cells.map { quote + $0 + quote } + [figure]).joined(separator: delimiter)
    }
    let names = region == nil ? Array(header.dropFirst()) : header
    lines.append(names.map { quote + $0 + quote }.joined(separator: delimiter))
    for a in ages {
      lines.append(line([region, age(a), men].compactMap { $0 }, number(2 * a)))
      lines.append(line([region, age(a), women].compactMap { $0 }, number(a + 1)))
    }
    return (lines + tail).joined(separator: lineEnd) + lineEnd
  }

  /// All people from one age through another.
  static func sum(_ ages: ClosedRange<Int>) -> Int { ages.reduce(0) { $0 + 3 * $1 + 1 } }

  /// What the bands `0-15,16-64,65+` with the total 16+ are.
  static let expected = [
    "total/alla=15251", "total/16+=14875", "age/0-15=376", "age/16-64=5929", "age/65+=8946",
    "sex/kvinna=5015", "sex/man=9860",
  ]
}
