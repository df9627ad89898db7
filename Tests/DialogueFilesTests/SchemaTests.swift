import DialogueFiles
import Foundation
import Testing

/// The JSON Schemas are for editors and the loaders are for runs; both must know the same keys.
@Suite struct SchemaTests {
  private typealias Object = [String: Any]

  private func schema(_ name: String) throws -> Object {
    let data = try Data(
      contentsOf: Samples.pipelines.appending(path: "schema/\(name).schema.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? Object)
  }

  /// The keys of every block with fixed keys, by path as the loaders write it.
  private func blocks(_ node: Object, path: String = "") -> [String: [String]] {
    var result: [String: [String]] = [:]
    if let properties = node["properties"] as? [String: Object] {
      result[path] = properties.keys.sorted()
      for (key, value) in properties {
        result.merge(blocks(value, path: path.isEmpty ? key : "\(path).\(key)")) { $1 }
      }
    }
    if let items = node["items"] as? Object {
      result.merge(blocks(items, path: path + "[]")) { $1 }
    }
    return result
  }

  private static let loaders: [(name: String, keys: [String: [String]])] = [
    ("dialogue", DialogueFile.keys), ("responses", ResponsesFile.keys),
    ("quotations", QuotationsFile.keys), ("codebook", CodebookFile.keys),
    ("target-groups", TargetGroupFile.keys), ("profile", ProfileFile.keys),
  ]

  @Test(arguments: loaders)
  func `schema and loader know the same keys`(name: String, keys: [String: [String]]) throws {
    #expect(blocks(try schema(name)) == keys.mapValues { $0.sorted() })
  }

  @Test(arguments: loaders.map(\.name))
  func `every key is described in Swedish and in English, and nothing else may be added`(
    name: String
  ) throws {
    var open: [Object] = [try schema(name)]
    var described = 0
    while let node = open.popLast() {
      if let properties = node["properties"] as? [String: Object] {
        #expect(node["additionalProperties"] as? Bool == false)
        for (key, value) in properties {
          let text = try #require(value["description"] as? String, "\(key)")
          let parts = text.components(separatedBy: "\n\n")
          #expect(parts.count == 2 && parts.allSatisfy { $0.hasSuffix(".") }, "\(key)")
          described += 1
          open.append(value)
        }
        let required = node["required"] as? [String] ?? []
        #expect(Set(required).isSubset(of: properties.keys))
      }
      if let items = node["items"] as? Object { open.append(items) }
    }
    #expect(described > 5)
  }

  @Test func `what the schema requires the loader requires too`() throws {
    let required = try #require(try schema("dialogue")["required"] as? [String])
    for key in required {
      // Take the block away: its line, and the lines that are indented under it.
      var isInside = false
      let lines = Samples.minimal.split(separator: "\n").filter { line in
        if !line.hasPrefix(" ") { isInside = line.hasPrefix(key + ":") }
        return !isInside
      }
      let (file, findings) = DialogueFile.load(
        text: lines.joined(separator: "\n"), file: "d")
      #expect(file == nil || key == "sources", "\(key)")
      #expect(
        findings.contains { $0.severity == .error && $0.place.column == key }, "\(key)")
    }
  }
}
