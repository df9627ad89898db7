import Records

/// What the keys of a file stand for, read from the same file or another.
///
/// Formidable writes each answer with the number of its field, and the fields' names once:
/// `try XMLLookup.read(source, element: "form/field", key: "id", name: "name")` gives `["12": "Vad
/// tycker du?"]`. The names are what the form asks and no answers; a caller who points it at
/// answers gets answers.
public struct XMLLookup: Sendable, Equatable {
  /// The name of each key.
  ///
  /// Where a key stands several times, its first name.
  public private(set) var names: [String: String] = [:]
  /// How many elements had a key or a name that is missing.
  public private(set) var incomplete = 0
  /// How many elements had a key that has another name already.
  public private(set) var contradicting = 0
  /// How many elements were left out because the limit of keys was reached.
  public private(set) var surplus = 0
  /// What was wrong with the file or with single elements, such as a name that is too long.
  public private(set) var problems: [RecordProblem] = []

  /// The most bytes in a key or a name.
  public static let longestName = 4096

  // More of them say nothing more of a lookup.
  private static let keptProblems = 100

  /// Reads a whole file.
  ///
  /// `element` is the path of the element that has the key and the name, as a record's path, and
  /// `key` and `name` are paths in it, such as `id` or `@id`; markup in a name is taken away. No
  /// more than `most` keys are kept, and ``longestName`` bytes of a key or a name.
  public static func read(
    _ source: XMLSource, element: String, key: String, name: String, most: Int = 10_000,
    limits: XMLLimits = XMLLimits()
  ) throws -> XMLLookup {
    var rules = [try XMLFieldRule.text(key, column: 0)]
    let path = try XMLPath(name)
    rules.append(
      XMLFieldRule(
        path, column: 1, content: path.takesAttributes ? .own : .flowing(except: []),
        separator: " "))
    let layout = try XMLRecordLayout(record: element, columnCount: 2, rules: rules)
    var limits = limits
    limits.valueLength = min(limits.valueLength, longestName)
    let reader = XMLRecordReader(source, layout: layout, limits: limits)
    let batch = RecordBatch(columnCount: 2)
    var lookup = XMLLookup()
    var isGoing = true
    while isGoing {
      isGoing = try reader.read(into: batch)
      for record in 0..<batch.count {
        lookup.add(
          batch.string(column: 0, record: record), batch.string(column: 1, record: record), most)
      }
      let room = max(0, keptProblems - lookup.problems.count)
      lookup.problems += (batch.problems + batch.undelivered).prefix(room)
    }
    return lookup
  }

  private mutating func add(_ key: String, _ name: String, _ most: Int) {
    if key.isEmpty || name.isEmpty {
      incomplete += 1
    } else if let known = names[key] {
      if known != name { contradicting += 1 }
    } else if names.count < most {
      names[key] = name
    } else {
      surplus += 1
    }
  }
}
